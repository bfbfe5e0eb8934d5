using System.Threading;
using Haip.Board;
using nanoFramework.Runtime.Native;

namespace Haip.Firmware.Platform
{
    /// <summary>Restarting the processor, with pump and valves released first whoever asks for it.</summary>
    public static class Restart
    {
        // Light and tone must be noticed, and whoever wants to flash another program must find the port open.
        private const int NoticeMs = 5_000;

        /// <summary>Releases pump and valves before every restart that goes through the platform.</summary>
        public static void ReleaseBefore(SafeStop stop) => Power.OnRebootEvent += stop.Release;

        /// <summary>Restarts after a notice. Does not return: if the restart fails, the watchdog has taken the power long since.</summary>
        public static void Now()
        {
            Thread.Sleep(NoticeMs);
            Power.RebootDevice();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
