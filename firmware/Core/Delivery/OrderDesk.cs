using Haip.Core.Log;
using Haip.Core.Supervision;

namespace Haip.Core.Delivery
{
    /// <summary>Takes orders from people: judges them against limits, dose and the pump's state, and hands the good ones to the schedule.</summary>
    /// <remarks>A refused order changes nothing. Values outside the soft limits are taken only when a person confirmed them.</remarks>
    public sealed class OrderDesk
    {
        private readonly DeliveryStatus _status;
        private readonly DeliverySchedule _schedule;
        private readonly Supervisor _supervisor;
        private readonly PendingEvents _events;
        private readonly BolusDoses _boluses = new BolusDoses();

        public OrderDesk(DeliveryStatus status, DeliverySchedule schedule, Supervisor supervisor, PendingEvents events)
        {
            _status = status;
            _schedule = schedule;
            _supervisor = supervisor;
            _events = events;
        }

        /// <summary>What is in the reservoir and for whom. Its owner keeps it; orders are judged by it.</summary>
        public Drug Drug { get; } = new Drug();

        /// <summary>The last verdict, with the number that it was about.</summary>
        public OrderCheck Check { get; } = new OrderCheck();

        /// <summary>What a day of the therapy that runs or waits brings, rounded up; 0 without one.</summary>
        public long DoseUgPerDay => _schedule.HasTherapy ? Drug.DoseUgPerDay(_schedule.Therapy) : 0;

        /// <summary>Judges a therapy as it would be judged if it were ordered now. Changes nothing.</summary>
        public Verdict Judge(TherapyOrder order, Readings readings)
        {
            Check.Judge(order, readings.ClockValid);

            if (_status.State == PumpState.Stopped || _status.State == PumpState.SelfTest)
            {
                Check.Refuse(Verdict.NotInThisState);
            }
            else if (_status.AlarmForbids)
            {
                Check.Refuse(Verdict.AlarmStands);
            }
            else if (!_status.ReservoirKnown)
            {
                Check.Refuse(Verdict.ReservoirUnknown);
            }

            Check.JudgeDose(Drug, Drug.DoseUgPerDay(order) + _boluses.OfDayUg(_status.NowMs));
            return Check.Verdict;
        }

        /// <summary>Judges a bolus as it would be judged if it were ordered now. Changes nothing.</summary>
        public Verdict Judge(BolusOrder order)
        {
            Check.Judge(order);

            bool onTop = _status.State == PumpState.Infusing && order.Kind == BolusKind.Flush;

            if (!onTop && _status.State != PumpState.Standby)
            {
                Check.Refuse(Verdict.NotInThisState);
            }
            else if (_status.AlarmForbids)
            {
                Check.Refuse(Verdict.AlarmStands);
            }
            else if (_schedule.BolusRunning)
            {
                Check.Refuse(Verdict.BolusRunning);
            }
            else if (!_status.ReservoirKnown)
            {
                Check.Refuse(Verdict.ReservoirUnknown);
            }
            else if (order.VolumeNl > _status.ReservoirNl - Reservoir.ResidualNl)
            {
                Check.Refuse(Verdict.ReservoirTooLow);
            }

            Check.JudgeTotal(order.RateNlPerHour + _status.BasalNlPerHour);
            Check.JudgeDose(Drug, DoseUgPerDay + _boluses.OfDayUg(_status.NowMs) + Drug.DoseUg(order.VolumeNl));
            return Check.Verdict;
        }

        /// <summary>Takes a therapy in place of any earlier one.</summary>
        public Verdict Take(TherapyOrder order, bool confirmed, Readings readings)
        {
            Judge(order, readings);

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
            Judge(order);

            if (!Taken(confirmed))
            {
                return Refuse();
            }

            _schedule.Start(order);
            _supervisor.AllowBolus(order.VolumeNl, order.RateNlPerHour);
            _boluses.Add(Drug.DoseUg(order.VolumeNl), _status.NowMs);
            _events.Add(EventId.BolusOrdered, order.VolumeNl, order.RateNlPerHour);
            return Verdict.Accepted;
        }

        /// <summary>Judges what a person says was filled in, and drawn out before.</summary>
        public Verdict TakeFill(int volumeNl, int drawnOutNl, bool confirmed)
        {
            Check.JudgeFill(volumeNl, drawnOutNl);
            return Taken(confirmed) ? Verdict.Accepted : Refuse();
        }

        private Verdict Refuse()
        {
            _events.Add(EventId.OrderRefused, (int)Check.Verdict, (int)Check.Field);
            return Check.Verdict;
        }

        private bool Taken(bool confirmed) =>
            Check.Verdict == Verdict.Accepted || (Check.Verdict == Verdict.NeedsConfirmation && confirmed);
    }
}
