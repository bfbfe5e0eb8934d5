namespace Haip.Core.Safety
{
    /// <summary>Holds the wall clock against monotonic time: a clock that jumps, stands still or runs at the wrong speed is not trusted.</summary>
    /// <remarks>Compared over an hour at most, so that the two crystals' honest difference (50 ppm, 0.2 s an hour) never adds up.</remarks>
    public sealed class ClockWatch
    {
        private const long ToleranceMs = 5_000;
        private const long WindowMs = Units.MsPerHour;

        private long _originMs;
        private long _originUtcSeconds;
        private bool _known;
        private bool _wrong;

        /// <summary>Takes the time of this tick.</summary>
        /// <returns>False when the clock was wrong since it was trusted last.</returns>
        public bool KeepsTime(long nowMs, long utcSeconds)
        {
            if (!_known)
            {
                Restart(nowMs, utcSeconds);
                _known = true;
            }

            long elapsedMs = nowMs - _originMs;

            // Read once a second and in whole seconds: two seconds of the tolerance are nobody's fault.
            _wrong |= Units.Size(((utcSeconds - _originUtcSeconds) * 1_000) - elapsedMs) > ToleranceMs;

            if (elapsedMs > WindowMs)
            {
                Restart(nowMs, utcSeconds);
            }

            return !_wrong;
        }

        /// <summary>What it says now is right.</summary>
        public void Trust()
        {
            _known = false;
            _wrong = false;
        }

        private void Restart(long nowMs, long utcSeconds)
        {
            _originMs = nowMs;
            _originUtcSeconds = utcSeconds;
        }
    }
}
