using nanoFramework.Hardware.Esp32;

namespace Haip.Firmware.Platform
{
    /// <summary>Monotonic time since power-up from the chip's 64-bit microsecond counter.</summary>
    /// <remarks>
    /// The other clocks of the platform will not do: TickCount64 and Stopwatch move in steps of 10 ms, and UtcNow jumps when
    /// somebody sets it. Wraps after half a million years.
    /// </remarks>
    public sealed class MicrosecondClock
    {
        private const ulong UsPerMs = 1000;

        public long NowMs => (long)(HighResTimer.GetCurrent() / UsPerMs);
    }
}
