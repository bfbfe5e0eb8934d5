namespace Haip.Core.Log
{
    /// <summary>The time that entries carry: the wall clock's seconds, divided by the monotonic clock. Never back within a run.</summary>
    /// <remarks>
    /// The wall clock is read now and then and knows whole seconds, so what it says is late by up to a second of its own and as
    /// much again until it is asked. The offset between the clocks is therefore the largest that was ever seen. Once known, the
    /// time goes on without the wall clock.
    /// </remarks>
    public sealed class LogTime
    {
        private const long EpochUtcSeconds = 1_577_836_800; // 2020-01-01: a clock before that was never set
        private const long LatestMs = 3_000;                // a reading is never later than this
        private const long ClockSetMs = Units.MsPerMinute;  // further back is no drift: a person set the clock

        private long _nowMs;
        private long _offsetMs;
        private long _leastMs;
        private long _seenUtcSeconds;

        /// <summary>The wall-clock time is known.</summary>
        public bool Known { get; private set; }

        /// <summary>Milliseconds since 1970, or since the start of this run when not <see cref="Known"/>.</summary>
        public long AtMs => !Known ? _nowMs : _nowMs + _offsetMs > _leastMs ? _nowMs + _offsetMs : _leastMs;

        /// <summary>Wall-clock time; 0 when not known.</summary>
        public long UtcSeconds => Known ? AtMs / 1_000 : 0;

        /// <summary>Looks at both clocks, once a tick.</summary>
        public void Take(Readings readings)
        {
            _nowMs = readings.NowMs;

            if (readings.UtcSeconds != _seenUtcSeconds && readings.ClockValid && readings.UtcSeconds >= EpochUtcSeconds)
            {
                _seenUtcSeconds = readings.UtcSeconds;
                Compare((_seenUtcSeconds * 1_000) - _nowMs);
            }
        }

        private void Compare(long seenMs)
        {
            long behindMs = _offsetMs - seenMs;

            if (!Known || behindMs > ClockSetMs)
            {
                Known = true;
                _offsetMs = seenMs;
                _leastMs = 0;
            }
            else if (behindMs < 0 || behindMs > LatestMs)
            {
                _leastMs = AtMs; // when the offset shrinks, the time stands still until it is true again
                _offsetMs = seenMs;
            }
        }
    }
}
