using System;
using System.Threading;
using Haip.Board;
using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Firmware.Platform
{
    /// <summary>What the firmware tells whoever listens at the debug port. Console and not Debug, whose calls vanish from a release build.</summary>
    public sealed class DebugPort
    {
        private const int RepeatMs = 10_000;
        private const long ReportMs = 60_000;

        private long _nextReportMs;

        /// <summary>Says for ever that there is no pin table for this image. Nothing was opened, so nothing is driven.</summary>
        public static void Refuse(string targetName)
        {
            string known = "";
            PinMap[] boards = ProcessorBoards.All();

            for (int i = 0; i < boards.Length; i++)
            {
                known += " " + boards[i].Targets[0] + " (" + boards[i].Board + ")";
            }

            while (true)
            {
                Console.WriteLine("HAIP: unknown board: the image is " + targetName + ". No pin is driven and no therapy can start.");
                Console.WriteLine("HAIP: flash one of these images:" + known);
                Thread.Sleep(RepeatMs);
            }
        }

        public static void Started(PinMap map) => Console.WriteLine("HAIP: started on " + map.Board);

        public static void Restarted(StopReason reason, long afterMs) =>
            Console.WriteLine("HAIP: restarted after failure " + ((int)reason).ToString() + ", " + afterMs.ToString() + " ms after the start before");

        public static void Stopped(StopReason reason) =>
            Console.WriteLine("HAIP: stopped, failure " + ((int)reason).ToString() + ". Pump off, valves closed. Restarting.");

        /// <summary>Once a minute: state, packets, failed transfers of the two buses, bytes free on the heap.</summary>
        public void Report(DeliveryStatus status, NanoI2cBus dose, NanoI2cBus house)
        {
            if (status.NowMs < _nextReportMs)
            {
                return;
            }

            _nextReportMs = status.NowMs + ReportMs;
            Console.WriteLine(
                "HAIP: state " + ((int)status.State).ToString()
                + ", packets " + status.PacketCount.ToString()
                + ", bus faults " + dose.FaultCount.ToString() + " + " + house.FaultCount.ToString()
                + ", heap " + nanoFramework.Runtime.Native.GC.Run(false).ToString());
        }
    }
}
