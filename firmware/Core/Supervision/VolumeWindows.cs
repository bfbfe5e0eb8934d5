using Haip.Core.Safety;

namespace Haip.Core.Supervision
{
    /// <summary>What flowed against what was allowed: over minutes, an hour, a day and the whole order.</summary>
    /// <remarks>
    /// Both are running totals; once a minute they are noted in a ring, so that a window is a difference. A window is up to a minute
    /// (the day's: an hour) longer than its name. A pause resets none: an interruption must not buy another packet.
    /// </remarks>
    public sealed class VolumeWindows
    {
        private const int Minutes = 64; // powers of two: more than 61 and 25
        private const int Hours = 32;
        private const int MinutesPerHour = 60;
        private const int HoursPerDay = 24;
        private const int FullPermille = 1_000;

        // What a bolus still owed flows within its grace, and the longest window, a minute longer than its name, has to leave that behind.
        private const int BolusMemoryMinutes = SupervisorLimits.LongWindowMinutes + 1 + (SupervisorLimits.BolusGraceMs / Units.MsPerMinute);

        private readonly long[] _flowNl = new long[Minutes];
        private readonly long[] _allowedNl = new long[Minutes];
        private readonly long[] _chamberNl = new long[Minutes];
        private readonly long[] _dayFlowNl = new long[Hours];
        private int _minute;
        private int _hour;
        private int _minuteLeftMs = Units.MsPerMinute;
        private int _steadyMinutes;
        private int _sinceBolusMinutes = BolusMemoryMinutes + 1;
        private long _bolusPacketNl;
        private long _orderFlowNl;
        private long _orderAllowedNl;
        private long _orderChamberNl;

        /// <summary>Less than nine tenths of a quarter of an hour's order flowed.</summary>
        public bool UnderInfusion { get; private set; }

        /// <summary>A new order: from here on it is held against its own volume.</summary>
        public void BeginOrder(FlowVolume flow, long allowedNl)
        {
            _orderFlowNl = flow.TotalNl;
            _orderChamberNl = flow.ChamberNl;
            _orderAllowedNl = allowedNl;
        }

        /// <summary>Delivery was interrupted: what is missing from here on is judged after a whole window only.</summary>
        public void Interrupt()
        {
            _steadyMinutes = 0;
            UnderInfusion = false;
        }

        /// <summary>Passes time. Returns true once a minute, when the totals are to be noted.</summary>
        public bool Pass(int elapsedMs)
        {
            _minuteLeftMs -= elapsedMs;
            return _minuteLeftMs <= 0;
        }

        /// <summary>Notes the totals of a minute that is over.</summary>
        public void Note(FlowVolume flow, OrderAllowance allowance)
        {
            long flowNl = flow.TotalNl;
            long allowedNl = allowance.TotalNl;
            _minuteLeftMs += Units.MsPerMinute;
            _minute++;
            _flowNl[_minute & (Minutes - 1)] = flowNl;
            _allowedNl[_minute & (Minutes - 1)] = allowedNl;
            _chamberNl[_minute & (Minutes - 1)] = flow.ChamberNl;

            if (_minute % MinutesPerHour == 0)
            {
                _hour++;
                _dayFlowNl[_hour & (Hours - 1)] = flowNl;
            }

            if (_sinceBolusMinutes <= BolusMemoryMinutes)
            {
                _sinceBolusMinutes++;
            }

            _steadyMinutes = allowance.RateNlPerHour > 0 ? _steadyMinutes + 1 : 0;
            UnderInfusion = _steadyMinutes > SupervisorLimits.LongWindowMinutes && TooLittle(flow, allowedNl, SlackNl(allowance));
        }

        /// <summary>Judges the totals as they are now.</summary>
        public SupervisorFinding Judge(FlowVolume flow, OrderAllowance allowance)
        {
            long flowNl = flow.TotalNl;
            long allowedNl = allowance.TotalNl;
            long slackNl = SlackNl(allowance);

            return flowNl - _flowNl[Since(MinutesPerHour)] > SupervisorLimits.HourNl ? SupervisorFinding.HourLimit
                : flowNl - _dayFlowNl[_hour < HoursPerDay ? 0 : (_hour - HoursPerDay) & (Hours - 1)] > SupervisorLimits.DayNl ? SupervisorFinding.DayLimit
                : TooMuch(flow, allowedNl, slackNl, SupervisorLimits.ShortWindowMinutes, SupervisorLimits.ShortExcessPermille) ? SupervisorFinding.OverInfusion
                : TooMuch(flow, allowedNl, slackNl, SupervisorLimits.LongWindowMinutes, SupervisorLimits.LongExcessPermille) ? SupervisorFinding.OverInfusion
                : Exceeds(flowNl - _orderFlowNl, allowedNl - _orderAllowedNl, slackNl + SwingNl(flow.ChamberNl - _orderChamberNl), SupervisorLimits.OrderExcessPermille) ? SupervisorFinding.OrderLimit
                : SupervisorFinding.None;
        }

        private static bool Exceeds(long flowNl, long allowedNl, long slackNl, int permille) =>
            flowNl > allowedNl + (allowedNl * permille / FullPermille) + slackNl;

        // A window that reaches back before the start begins with it.
        private int Since(int minutes) => _minute < minutes ? 0 : (_minute - minutes) & (Minutes - 1);

        private bool TooMuch(FlowVolume flow, long allowedNl, long slackNl, int minutes, int permille)
        {
            int since = Since(minutes);
            return Exceeds(flow.TotalNl - _flowNl[since], allowedNl - _allowedNl[since], slackNl + SwingNl(flow.ChamberNl - _chamberNl[since]), permille);
        }

        private bool TooLittle(FlowVolume flow, long allowedNl, long slackNl)
        {
            int since = Since(SupervisorLimits.LongWindowMinutes);
            long dueNl = allowedNl - _allowedNl[since];
            return flow.TotalNl - _flowNl[since] < dueNl - (dueNl * SupervisorLimits.ShortfallPermille / FullPermille) - slackNl - SwingNl(_chamberNl[since] - flow.ChamberNl);
        }

        // The chamber's own share: some in any case, more only where its pressure says so, and never more than an artery moves.
        private static long SwingNl(long movedNl) =>
            movedNl < SupervisorLimits.ChamberSwingNl ? SupervisorLimits.ChamberSwingNl
            : movedNl > SupervisorLimits.MostChamberSwingNl ? SupervisorLimits.MostChamberSwingNl
            : movedNl;

        // Two packets, or the three that a bolus may still owe, for as long as a window remembers it.
        private long SlackNl(OrderAllowance allowance)
        {
            long packetNl = (long)allowance.RateNlPerHour * SupervisorLimits.ShortestPacketMs / Units.MsPerHour;

            if (allowance.HasBolus)
            {
                _sinceBolusMinutes = 0;
                _bolusPacketNl = packetNl;
            }
            else if (_sinceBolusMinutes <= BolusMemoryMinutes)
            {
                packetNl = _bolusPacketNl;
            }

            packetNl = packetNl < SupervisorLimits.SlackPacketNl ? SupervisorLimits.SlackPacketNl
                : packetNl > SupervisorLimits.OrderedPacketNl ? SupervisorLimits.OrderedPacketNl
                : packetNl;
            bool bolus = _sinceBolusMinutes <= BolusMemoryMinutes;
            return (bolus ? SupervisorLimits.BolusSlackPackets : SupervisorLimits.SlackPackets) * packetNl;
        }
    }
}
