using System;

namespace Haip.Firmware.Platform
{
    /// <summary>Says whether a request of the radio can still be answered in time. An answer after two seconds would spoil every later one.</summary>
    /// <remarks>
    /// When a request was made, the platform does not say. But it is handed over at once unless the whole interpreter stands still, as it
    /// does while a bus is held low; and then the pump's thread stands still too. A request that nobody answers is answered by the
    /// platform with an error, and may be made again. The platform's wall clock is read, because the PC has it too; this
    /// firmware never sets it.
    /// </remarks>
    public sealed class AnswerGuard
    {
        // Half of what the platform allows, and long enough for the slowest beat.
        private const long LongestGapTicks = 1_000 * TimeSpan.TicksPerMillisecond;

        // Requests of the time before are handed over by then.
        private const long RestTicks = 500 * TimeSpan.TicksPerMillisecond;

        private readonly object _gate = new object();
        private long _seenTicks = DateTime.UtcNow.Ticks;
        private long _restTicks;

        /// <summary>The pump's thread is alive. After every beat.</summary>
        public void Beat()
        {
            lock (_gate)
            {
                long now = DateTime.UtcNow.Ticks;
                _restTicks = now - _seenTicks > LongestGapTicks ? now + RestTicks : _restTicks;
                _seenTicks = now;
            }
        }

        /// <summary>A request that is handed over now may be answered now.</summary>
        public bool InTime()
        {
            lock (_gate)
            {
                long now = DateTime.UtcNow.Ticks;
                return now - _seenTicks <= LongestGapTicks && now >= _restTicks;
            }
        }
    }
}
