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

        /// <summary>Forgets the past: delivery was interrupted, and an interruption is not an error of the rate.</summary>
        public void Reset(DeliveryStatus status)
        {
            _minutes = 0;
            _nextMinuteMs = status.NowMs;
            status.OverInfusion = false;
            status.UnderInfusion = false;
        }

        /// <summary>Takes the running totals once a minute and says in the status what is wrong. For too much, either opinion is enough.</summary>
        public void Take(DeliveryStatus status)
        {
            if (status.NowMs < _nextMinuteMs)
            {
                return;
            }

            _nextMinuteMs += Units.MsPerMinute;
            int now = _minutes % MinuteCount;

            if (_minutes >= OverMinutes)
            {
                int then = (_minutes - OverMinutes) % MinuteCount;
                long limitNl = WithTolerance(status.OrderedNl - _orderedNl[then], TolerancePermille) + PacketPlanner.MaxPacketNl;
                status.OverInfusion = status.MeteredNl - _meteredNl[then] > limitNl || status.FlowNl - _flowNl[then] > limitNl;
            }

            // The slot to be overwritten now is the one of an hour ago.
            status.UnderInfusion = _minutes >= MinuteCount
                && status.MeteredNl - _meteredNl[now] < WithTolerance(status.OrderedNl - _orderedNl[now], -TolerancePermille) - PacketPlanner.MaxPacketNl;

            _orderedNl[now] = status.OrderedNl;
            _meteredNl[now] = status.MeteredNl;
            _flowNl[now] = status.FlowNl;
            _minutes++;
        }

        private static long WithTolerance(long volumeNl, int permille) => volumeNl + (volumeNl * permille / Units.FullPermille);
    }
}
