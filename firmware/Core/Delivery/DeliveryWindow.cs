namespace Haip.Core.Delivery
{
    /// <summary>Ordered against metered over the last quarter of an hour and the last hour.</summary>
    /// <remarks>
    /// FDA generic infusion pump requirements 1.2.2 and 1.2.3 (GIP v1.0, 2009): more than 10 % too much for 15 minutes, or less than
    /// 90 %. At the lowest rates 10 % of a quarter of an hour is less than a packet: too much is judged over an hour as well, and too
    /// little over an hour only. A packet in flight is no error. What a bolus lacks is told while it runs and at its end (<see cref="BolusShortfall"/>): the hour after
    /// it, in which it outweighs the therapy, says nothing of what flows now, and is left to the supervisor.
    /// </remarks>
    public sealed class DeliveryWindow
    {
        private const int MinuteCount = 60;
        private const int ShortMinutes = 15;
        private const int TolerancePermille = 100;

        // What the open chamber gives up when the artery falls by 5 kPa, as when somebody lies down: a tenth of an hour at the lowest rate.
        private const int ChamberSwingNl = 500;

        private readonly long[] _orderedNl = new long[MinuteCount];
        private readonly long[] _meteredNl = new long[MinuteCount];
        private readonly long[] _flowNl = new long[MinuteCount];
        private readonly long[] _dueNl = new long[MinuteCount];
        private long _nextMinuteMs;
        private int _minutes;
        private bool _bolus;
        private int _sinceBolusMinutes;

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

            if (status.NowMs - _nextMinuteMs > Units.MsPerMinute)
            {
                Reset(status); // time jumped: the rows would not be minutes
            }

            _nextMinuteMs += Units.MsPerMinute;
            NoteBolus(status.BolusLeftNl > 0);
            int now = _minutes % MinuteCount;
            status.OverInfusion = _minutes >= ShortMinutes && TooMuch(status, (_minutes - ShortMinutes) % MinuteCount);
            status.UnderInfusion = false;

            if (_minutes >= MinuteCount)
            {
                // The slot that is overwritten now is the one of an hour ago.
                status.OverInfusion |= TooMuch(status, now);
                status.UnderInfusion = _sinceBolusMinutes >= MinuteCount && status.MeteredNl - _meteredNl[now] < AllowedNl(status, now, -TolerancePermille) - SlackNl(status);
            }

            _orderedNl[now] = status.OrderedNl;
            _meteredNl[now] = status.MeteredNl;
            _flowNl[now] = status.FlowNl;
            _dueNl[now] = status.DueNl;
            _minutes++;
        }

        private void NoteBolus(bool runs)
        {
            _sinceBolusMinutes = _bolus && !runs ? 0 : _sinceBolusMinutes < MinuteCount ? _sinceBolusMinutes + 1 : MinuteCount;
            _bolus = runs;
        }

        private bool TooMuch(DeliveryStatus status, int since)
        {
            long mostNl = AllowedNl(status, since, TolerancePermille) + SlackNl(status) + ChamberSwingNl;
            return status.MeteredNl - _meteredNl[since] > mostNl || status.FlowNl - _flowNl[since] > mostNl;
        }

        // What may be delivered in a window is what was ordered in it and what was due when it began.
        private long AllowedNl(DeliveryStatus status, int since, int permille)
        {
            long volumeNl = status.OrderedNl - _orderedNl[since] + _dueNl[since];
            return volumeNl + (volumeNl * permille / Units.FullPermille);
        }

        // One packet in flight, and one that the artery made larger or smaller.
        private static long SlackNl(DeliveryStatus status) => 2 * PacketPlanner.PacketNl(status.RateNlPerHour);
    }
}
