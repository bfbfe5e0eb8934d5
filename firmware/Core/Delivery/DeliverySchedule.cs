using Haip.Core.Log;

namespace Haip.Core.Delivery
{
    /// <summary>The orders that run now: which rate applies at this moment, and when they are done.</summary>
    public sealed class DeliverySchedule
    {
        /// <summary>Keeps the artery open before any order says how: 0.2 mL/day.</summary>
        public const int DefaultPatencyNlPerHour = 8_330;

        private readonly TherapyOrder _therapy = new TherapyOrder { PatencyNlPerHour = DefaultPatencyNlPerHour };
        private readonly BolusHistory _boluses = new BolusHistory();
        private long _therapyLeftMs;
        private long _midnightMs;
        private long _nextMinuteMs;
        private int _therapyNlPerHour;
        private int _bolusNlPerHour;
        private long _bolusLeftMs;

        public bool BolusRunning => _bolusLeftMs > 0;

        /// <summary>Boluses since the start. One on top of a therapy changes no state, and the memory has to learn of it all the same.</summary>
        public int BolusCount { get; private set; }

        /// <summary>A therapy was ordered and no person ended it: there is something to go on with, if only the patency rate.</summary>
        public bool HasTherapy { get; private set; }

        /// <summary>The therapy that runs, waits or ran last. To look at.</summary>
        public TherapyOrder Therapy => _therapy;

        /// <summary>After a loss of power no longer than this the therapy may go on by itself.</summary>
        public int ResumeWithinMinutes => _therapy.ResumeWithinMinutes;

        /// <summary>Moves on when a person orders a therapy or ends one.</summary>
        public int ChangedCount { get; private set; }

        /// <summary>A therapy that was taken over after a reset has not met the clock yet: the lowest rate of its profile holds.</summary>
        public bool NeedsTime { get; private set; }

        /// <summary>Starts a therapy. An earlier one is over.</summary>
        /// <param name="timeOfDayMs">Milliseconds since midnight by the wall clock, or 0 when unknown (then the order has one segment).</param>
        public void Start(TherapyOrder order, long nowMs, long timeOfDayMs)
        {
            _therapy.CopyFrom(order);
            HasTherapy = true;
            _therapyLeftMs = (long)order.DurationHours * Units.MsPerHour;
            SetTime(nowMs, timeOfDayMs);
            ChangedCount++;
        }

        /// <summary>Takes over the therapy of before a loss of power, if there was one.</summary>
        public void Restore(OrderRecord order, long therapyLeftMs)
        {
            HasTherapy = order.HasTherapy;
            NeedsTime = order.HasTherapy;
            _therapyLeftMs = order.HasTherapy ? therapyLeftMs : 0;

            if (order.HasTherapy)
            {
                _therapy.CopyFrom(order.Therapy);
            }
        }

        /// <summary>Copies the therapy that a reset must not lose.</summary>
        public void CopyTo(OrderRecord order)
        {
            order.HasTherapy = HasTherapy;
            order.Therapy.CopyFrom(_therapy);
        }

        /// <summary>Copies how far the therapy has come.</summary>
        public void CopyTo(Totals totals) => totals.TherapyLeftMs = _therapyLeftMs;

        /// <summary>Finds where in its profile a therapy is that was taken over, as soon as the clock is known.</summary>
        public void FindTime(Readings readings)
        {
            if (NeedsTime && readings.ClockValid)
            {
                SetTime(readings.NowMs, readings.UtcSeconds % Units.SecondsPerDay * 1_000);
            }
        }

        /// <summary>Starts a bolus. The volume accrues in whole milliseconds of its rate, so it ends a fraction of a nanolitre short, never over.</summary>
        public void Start(BolusOrder order)
        {
            _bolusNlPerHour = order.RateNlPerHour;
            _bolusLeftMs = (long)order.VolumeNl * Units.MsPerHour / order.RateNlPerHour;
            BolusCount++;
        }

        public void EndBolus() => _bolusLeftMs = 0;

        /// <summary>What was given as boluses within the last day.</summary>
        public long BolusesOfDayNl(long nowMs) => _boluses.WithinDayNl(nowMs);

        public void EndTherapy()
        {
            ChangedCount += HasTherapy ? 1 : 0;
            HasTherapy = false;
            _therapyLeftMs = 0;
        }

        /// <summary>Adds what is ordered for one interval to the ledger: nothing unless the state delivers. Reports the rate that holds now.</summary>
        public void Accrue(DeliveryStatus status, long elapsedMs, Ledger ledger)
        {
            status.BasalNlPerHour = 0;
            status.RateNlPerHour = 0;

            if (status.State == PumpState.Infusing)
            {
                long therapyMs = elapsedMs < _therapyLeftMs ? elapsedMs : _therapyLeftMs;
                status.BasalNlPerHour = _therapyLeftMs > 0 ? TherapyNlPerHour(status.NowMs) : 0;
                ledger.Order(status.BasalNlPerHour, therapyMs);
                _therapyLeftMs -= therapyMs;
            }
            else if (status.State == PumpState.Patency)
            {
                // Keeping the artery open must not be more drug than the therapy.
                int therapyNlPerHour = HasTherapy ? TherapyNlPerHour(status.NowMs) : DefaultPatencyNlPerHour;
                status.BasalNlPerHour = therapyNlPerHour < _therapy.PatencyNlPerHour ? therapyNlPerHour : _therapy.PatencyNlPerHour;
                ledger.Order(status.BasalNlPerHour, elapsedMs);
            }

            if (BolusRunning)
            {
                long bolusMs = elapsedMs < _bolusLeftMs ? elapsedMs : _bolusLeftMs;
                ledger.Order(_bolusNlPerHour, bolusMs);
                _boluses.Add(_bolusNlPerHour, bolusMs, status.NowMs);
                _bolusLeftMs -= bolusMs;
            }

            status.RateNlPerHour = status.BasalNlPerHour + (BolusRunning ? _bolusNlPerHour : 0);
            status.BolusLeftNl = Units.VolumeNl(_bolusNlPerHour, _bolusLeftMs);
            status.TherapyLeftMs = _therapyLeftMs;
        }

        // Monotonic time from here on: setting the wall clock must not change a dose that runs.
        private void SetTime(long nowMs, long timeOfDayMs)
        {
            _midnightMs = nowMs - timeOfDayMs;
            _nextMinuteMs = nowMs;
            NeedsTime = false;
        }

        // The profile has minutes; looking it up once a minute is enough.
        private int TherapyNlPerHour(long nowMs)
        {
            if (NeedsTime)
            {
                return _therapy.LowestNlPerHour();
            }

            if (nowMs >= _nextMinuteMs)
            {
                long minute = (nowMs - _midnightMs) / Units.MsPerMinute;
                _therapyNlPerHour = _therapy.RateAtNlPerHour((int)(minute % Units.MinutesPerDay));
                _nextMinuteMs = _midnightMs + ((minute + 1) * Units.MsPerMinute);
            }

            return _therapyNlPerHour;
        }
    }
}
