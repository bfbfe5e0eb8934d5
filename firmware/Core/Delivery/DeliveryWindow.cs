namespace Haip.Core.Delivery
{
    /// <summary>Ordered against metered over the last quarter of an hour and the last hour.</summary>
    /// <remarks>
    /// FDA generic infusion pump requirements 1.2.2 and 1.2.3 (GIP v1.0, 2009): more than 10 % too much for 15 minutes, or less than
    /// 90 %. At 1 mL/day 10 % of a quarter of an hour is one microlitre, so too little is judged over an hour. One packet in flight is
    /// no error.
    /// </remarks>
    public sealed class DeliveryWindow
    {
        private const int MinuteCount = 60;
        private const int OverMinutes = 15;
        private const int TolerancePermille = 100;

        private readonly long[] _orderedNl = new long[MinuteCount];
        private readonly long[] _meteredNl = new long[MinuteCount];
        private readonly long[] _flowNl = new long[MinuteCount];
        private long _nextMinuteMs;
        private int _minutes;

        public bool Over { get; private set; }

        public bool Under { get; private set; }

        /// <summary>Forgets the past: delivery was interrupted, and an interruption is not an error of the rate.</summary>
        public void Reset(long nowMs)
        {
            _minutes = 0;
            _nextMinuteMs = nowMs;
            Over = false;
            Under = false;
        }

        /// <summary>Takes the running totals once a minute. For too much, either opinion is enough.</summary>
        /// <param name="flowNl">The flow sensor's total.</param>
        /// <param name="packetNl">What a packet in flight may be early or late by.</param>
        public void Take(long nowMs, long orderedNl, long meteredNl, long flowNl, int packetNl)
        {
            if (nowMs < _nextMinuteMs)
            {
                return;
            }

            _nextMinuteMs += Units.MsPerMinute;

            if (_minutes >= OverMinutes)
            {
                int then = (_minutes - OverMinutes) % MinuteCount;
                long limitNl = WithTolerance(orderedNl - _orderedNl[then], TolerancePermille) + packetNl;
                Over = meteredNl - _meteredNl[then] > limitNl || flowNl - _flowNl[then] > limitNl;
            }

            int slot = _minutes % MinuteCount;

            if (_minutes >= MinuteCount)
            {
                Under = meteredNl - _meteredNl[slot] < WithTolerance(orderedNl - _orderedNl[slot], -TolerancePermille) - packetNl;
            }

            _orderedNl[slot] = orderedNl;
            _meteredNl[slot] = meteredNl;
            _flowNl[slot] = flowNl;
            _minutes++;
        }

        private static long WithTolerance(long volumeNl, int permille) => volumeNl + (volumeNl * permille / Units.FullPermille);
    }
}
