using System;
using System.Threading;
using Haip.Board;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Protocol;

namespace Haip.Firmware.Platform
{
    /// <summary>What the firmware tells whoever listens at the debug port. Console and not Debug, whose calls vanish from a release build.</summary>
    public sealed class DebugPort
    {
        private const int RepeatMs = 10_000;
        private const long StateMs = 1_000;
        private const long ReportMs = 60_000;

        // By the number of PumpState. The flash tool reads these words: it does not flash a pump that somebody depends on.
        private static readonly string[] s_states = { "Standby", "Infusing", "Bolus", "Patency", "Suspended", "Stopped", "SelfTest" };

        private long _nextStateMs;
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

        /// <summary>What became of a card that came over the wire. Nothing of the secret.</summary>
        public static void Card(CardAnswer answer, ushort keyId)
        {
            switch (answer)
            {
                case CardAnswer.Installed:
                    Console.WriteLine("HAIP: card installed, key " + keyId.ToString() + ". Press EN, then calibrate.");
                    break;
                case CardAnswer.Unreadable:
                    Console.WriteLine("HAIP: card refused: the line is not whole. Nothing has changed; send it again.");
                    break;
                case CardAnswer.NotAtRest:
                    Console.WriteLine("HAIP: card refused: the pump delivers or tests itself. Nothing has changed; halt it and send it again.");
                    break;
                case CardAnswer.NotKept:
                    Console.WriteLine("HAIP: card refused: the memory did not take it. The card before still holds.");
                    break;
                default:
                    break;
            }
        }

        /// <summary>Once a second the state; once a minute packets, failed transfers of the two buses and bytes free on the heap.</summary>
        public void Report(DeliveryStatus status, NanoI2cBus dose, NanoI2cBus house)
        {
            if (status.NowMs >= _nextStateMs)
            {
                _nextStateMs = status.NowMs + StateMs;
                Console.WriteLine("HAIP state=" + s_states[(int)status.State] + " ");
            }

            if (status.NowMs < _nextReportMs)
            {
                return;
            }

            _nextReportMs = status.NowMs + ReportMs;
            Console.WriteLine(
                "HAIP: packets " + status.PacketCount.ToString()
                + ", bus faults " + dose.FaultCount.ToString() + " + " + house.FaultCount.ToString()
                + ", heap " + nanoFramework.Runtime.Native.GC.Run(false).ToString());
        }
    }
}
