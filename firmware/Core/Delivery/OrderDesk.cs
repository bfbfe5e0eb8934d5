using Haip.Core.Log;
using Haip.Core.Supervision;

namespace Haip.Core.Delivery
{
    /// <summary>Takes orders from people: judges them against limits and the pump's state, and hands the good ones to the schedule.</summary>
    /// <remarks>A refused order changes nothing. Values outside the soft limits are taken only when a person confirmed them.</remarks>
    public sealed class OrderDesk
    {
        private readonly DeliveryStatus _status;
        private readonly DeliverySchedule _schedule;
        private readonly Supervisor _supervisor;
        private readonly PendingEvents _events;
        private readonly OrderCheck _check = new OrderCheck();

        public OrderDesk(DeliveryStatus status, DeliverySchedule schedule, Supervisor supervisor, PendingEvents events)
        {
            _status = status;
            _schedule = schedule;
            _supervisor = supervisor;
            _events = events;
        }

        /// <summary>The number that the last verdict was about, when it was about a limit.</summary>
        public OrderField Field => _check.Field;

        /// <summary>Takes a therapy in place of any earlier one.</summary>
        public Verdict Take(TherapyOrder order, bool confirmed, Readings readings)
        {
            _check.Judge(order, readings.ClockValid);

            if (_status.State == PumpState.Stopped || _status.State == PumpState.SelfTest)
            {
                _check.Refuse(Verdict.NotInThisState);
            }
            else if (_status.AlarmForbids)
            {
                _check.Refuse(Verdict.AlarmStands);
            }
            else if (!_status.ReservoirKnown)
            {
                _check.Refuse(Verdict.ReservoirUnknown);
            }

            if (!Taken(confirmed))
            {
                return Refuse();
            }

            long timeOfDayMs = readings.ClockValid ? readings.UtcSeconds % Units.SecondsPerDay * 1_000 : 0;
            _schedule.Start(order, readings.NowMs, timeOfDayMs);
            _supervisor.AllowTherapy(order, (long)order.DurationHours * Units.MsPerHour, timeOfDayMs, readings.NowMs);
            _events.Add(EventId.TherapyOrdered, order.RateNlPerHour[0], order.DurationHours);
            return Verdict.Accepted;
        }

        /// <summary>Takes a bolus, on top of a therapy or alone before one. One at a time.</summary>
        public Verdict Take(BolusOrder order, bool confirmed)
        {
            _check.Judge(order);
            _check.JudgeDay(order, _schedule.BolusesOfDayNl(_status.NowMs));

            bool onTop = _status.State == PumpState.Infusing && order.Kind == BolusKind.Flush;

            if (!onTop && _status.State != PumpState.Standby)
            {
                _check.Refuse(Verdict.NotInThisState);
            }
            else if (_status.AlarmForbids)
            {
                _check.Refuse(Verdict.AlarmStands);
            }
            else if (_schedule.BolusRunning)
            {
                _check.Refuse(Verdict.BolusRunning);
            }
            else if (!_status.ReservoirKnown)
            {
                _check.Refuse(Verdict.ReservoirUnknown);
            }
            else if (order.VolumeNl > _status.ReservoirNl - Reservoir.ResidualNl)
            {
                _check.Refuse(Verdict.ReservoirTooLow);
            }

            _check.JudgeTotal(order.RateNlPerHour + _status.BasalNlPerHour);

            if (!Taken(confirmed))
            {
                return Refuse();
            }

            _schedule.Start(order);
            _supervisor.AllowBolus(order.VolumeNl, order.RateNlPerHour);
            _events.Add(EventId.BolusOrdered, order.VolumeNl, order.RateNlPerHour);
            return Verdict.Accepted;
        }

        /// <summary>Judges what a person says was filled in.</summary>
        public Verdict TakeFill(int volumeNl, bool confirmed)
        {
            _check.JudgeFill(volumeNl);
            return Taken(confirmed) ? Verdict.Accepted : Refuse();
        }

        private Verdict Refuse()
        {
            _events.Add(EventId.OrderRefused, (int)_check.Verdict, (int)_check.Field);
            return _check.Verdict;
        }

        private bool Taken(bool confirmed) =>
            _check.Verdict == Verdict.Accepted || (_check.Verdict == Verdict.NeedsConfirmation && confirmed);
    }
}
