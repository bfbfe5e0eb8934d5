using System.Threading;
using Haip.Core.Ports;

namespace Haip.Firmware.Platform
{
    /// <summary>Waiting, in the 10 ms steps of the platform's scheduler.</summary>
    public sealed class NanoDelay : IDelay
    {
        /// <summary>FreeRTOS at 100 Hz: a sleep ends at one of its ticks, up to one early or late.</summary>
        public const int StepMs = 10;

        /// <inheritdoc/>
        public void Wait(int durationMs) => Thread.Sleep(durationMs + StepMs);

        /// <summary>Sleeps until about this time, rather one step early than late. Returns at once when it has passed.</summary>
        public static void Until(long atMs, long nowMs)
        {
            int steps = (int)((atMs - nowMs) / StepMs);

            if (steps > 0)
            {
                Thread.Sleep(steps * StepMs);
            }
        }
    }
}
