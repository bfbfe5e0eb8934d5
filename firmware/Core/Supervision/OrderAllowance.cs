using Haip.Core.Delivery;

namespace Haip.Core.Supervision
{
    /// <summary>What people's orders entitle the patient to, worked out from the orders' numbers alone.</summary>
    /// <remarks>It never asks what the controller makes of them. A number beyond every order's limit counts as the limit.</remarks>
    public sealed class OrderAllowance
    {
        private const int LookEveryMs = 1_000;
        private const int Forever = int.MaxValue / 2;

        private readonly int[] _startMinutes = new int[TherapyOrder.MaxSegmentCount];
        private readonly int[] _rateNlPerHour = new int[TherapyOrder.MaxSegmentCount];
        private int _segments;
        private int _patencyNlPerHour;
        private long _therapyLeftMs;
        private long _midnightMs;
        private bool _needsTime;
        private int _lookInMs;
        private int _profileNlPerHour;
        private bool _ordered;
        private bool _halted;
        private bool _patencyOnly;
        private int _bolusNlPerHour;
        private long _bolusLeftNlPerHourMs;
        private long _nlPerHourMs;
        private int _idleMs = Forever;
        private int _graceMs;

        /// <summary>All that was allowed so far, rounded towards zero.</summary>
        public long TotalNl => _nlPerHourMs / Units.MsPerHour;

        /// <summary>The rate that is allowed now.</summary>
        public int RateNlPerHour { get; private set; }

        /// <summary>A bolus runs.</summary>
        public bool HasBolus => _bolusLeftNlPerHourMs > 0;

        /// <summary>Nothing is allowed, and what was on its way has had its time.</summary>
        public bool Forbids => _idleMs > _graceMs;

        /// <summary>A therapy takes the place of any earlier one.</summary>
        /// <param name="leftMs">What is left of it. Afterwards the patency rate is allowed.</param>
        /// <param name="timeOfDayMs">Since midnight; negative when unknown.</param>
        public void Therapy(TherapyOrder order, long leftMs, long timeOfDayMs, long nowMs)
        {
            _segments = order.SegmentCount > TherapyOrder.MaxSegmentCount ? 0 : order.SegmentCount;

            for (int i = 0; i < _segments; i++)
            {
                _startMinutes[i] = order.StartMinutes[i];
                _rateNlPerHour[i] = Confine(order.RateNlPerHour[i], SupervisorLimits.TherapyNlPerHour);
            }

            _patencyNlPerHour = Confine(order.PatencyNlPerHour, SupervisorLimits.PatencyNlPerHour);
            _therapyLeftMs = leftMs < SupervisorLimits.TherapyMs ? leftMs : SupervisorLimits.TherapyMs;
            _midnightMs = nowMs - timeOfDayMs;
            _needsTime = timeOfDayMs < 0;
            _lookInMs = 0;
            _ordered = true;
            _halted = false;
            _patencyOnly = false;
        }

        /// <summary>Finds where in its profile a therapy is whose time of day was unknown, as soon as the clock is known.</summary>
        public void FindTime(Readings readings)
        {
            if (_needsTime && readings.ClockValid)
            {
                _midnightMs = readings.NowMs - (readings.UtcSeconds % Units.SecondsPerDay * 1_000);
                _needsTime = false;
                _lookInMs = 0;
            }
        }

        /// <summary>A bolus on top of whatever runs.</summary>
        public void Bolus(int volumeNl, int rateNlPerHour)
        {
            _bolusNlPerHour = Confine(rateNlPerHour, SupervisorLimits.BolusNlPerHour);
            _bolusLeftNlPerHourMs = (long)Confine(volumeNl, SupervisorLimits.BolusNl) * Units.MsPerHour;
            _graceMs = SupervisorLimits.BolusGraceMs;
        }

        /// <summary>Nothing is allowed, the bolus is over, and the therapy's time stands still.</summary>
        public void Halt()
        {
            EndBolus();
            _halted = true;
        }

        /// <summary>Only the patency rate is allowed, the bolus is over, and the therapy's time stands still.</summary>
        public void KeepPatency()
        {
            EndBolus();
            _halted = false;
            _patencyOnly = true;
        }

        /// <summary>The therapy goes on.</summary>
        public void Resume()
        {
            _halted = false;
            _patencyOnly = false;
        }

        /// <summary>Every order is over.</summary>
        public void End()
        {
            EndBolus();
            _ordered = false;
            _halted = false;
            _patencyOnly = false;
        }

        /// <summary>Adds one interval.</summary>
        public void Advance(long nowMs, int elapsedMs)
        {
            int rateNlPerHour = _ordered && !_halted ? BasalNlPerHour(nowMs, elapsedMs) : 0;
            _nlPerHourMs += (long)rateNlPerHour * elapsedMs;

            if (_bolusLeftNlPerHourMs > 0)
            {
                long wantedNlPerHourMs = (long)_bolusNlPerHour * elapsedMs;
                long givenNlPerHourMs = wantedNlPerHourMs < _bolusLeftNlPerHourMs ? wantedNlPerHourMs : _bolusLeftNlPerHourMs;
                _bolusLeftNlPerHourMs -= givenNlPerHourMs;
                _nlPerHourMs += givenNlPerHourMs;
                rateNlPerHour += _bolusNlPerHour;
            }

            RateNlPerHour = rateNlPerHour;
            _idleMs = rateNlPerHour > 0 ? 0 : _idleMs < Forever ? _idleMs + elapsedMs : Forever;
        }

        /// <summary>Allows what a limit of its own has judged.</summary>
        public void Add(long volumeNl) => _nlPerHourMs += volumeNl * Units.MsPerHour;

        private static int Confine(int value, int highest) => value < 0 ? 0 : value > highest ? highest : value;

        private void EndBolus()
        {
            _bolusLeftNlPerHourMs = 0;
            _graceMs = SupervisorLimits.HaltGraceMs;
        }

        private int BasalNlPerHour(long nowMs, int elapsedMs)
        {
            _lookInMs -= elapsedMs;

            if (_lookInMs <= 0)
            {
                _lookInMs = LookEveryMs;
                _profileNlPerHour = _needsTime ? LowestNlPerHour() : ProfileNlPerHour((int)((nowMs - _midnightMs) / Units.MsPerMinute % Units.MinutesPerDay));
            }

            if (_therapyLeftMs > 0 && !_patencyOnly)
            {
                _therapyLeftMs -= elapsedMs;
                return _profileNlPerHour;
            }

            // Keeping the artery open is never more drug than the therapy.
            return _profileNlPerHour < _patencyNlPerHour ? _profileNlPerHour : _patencyNlPerHour;
        }

        private int LowestNlPerHour()
        {
            int lowestNlPerHour = _segments > 0 ? _rateNlPerHour[0] : 0;

            for (int i = 1; i < _segments; i++)
            {
                lowestNlPerHour = _rateNlPerHour[i] < lowestNlPerHour ? _rateNlPerHour[i] : lowestNlPerHour;
            }

            return lowestNlPerHour;
        }

        // The latest start that has come counts, whatever the order of the segments. Before the first of the day, nothing does.
        private int ProfileNlPerHour(int minuteOfDay)
        {
            int latestMinute = -1;
            int found = 0;

            for (int i = 0; i < _segments; i++)
            {
                if (_startMinutes[i] <= minuteOfDay && _startMinutes[i] > latestMinute)
                {
                    latestMinute = _startMinutes[i];
                    found = _rateNlPerHour[i];
                }
            }

            return found;
        }
    }
}
