using Haip.Core.Log;
using Haip.Core.Safety;
using Haip.Core.Supervision;

namespace Haip.Core.Delivery
{
    /// <summary>Moves the pump from state to state as <see cref="PumpTransitions"/> allows, and does what belongs to a change of state.</summary>
    public sealed class StateMachine
    {
        // GIP 2.2.2. An artery without flow clots within hours: there is time for a second reminder.
        private const long LongHaltMs = 10L * Units.MsPerMinute;

        private readonly DeliveryStatus _status;
        private readonly DeliverySchedule _schedule;
        private readonly Ledger _ledger;
        private readonly DeliveryWindow _window;
        private readonly Actuation _actuation;
        private readonly PumpRecords _records;
        private readonly Supervisor _supervisor;
        private readonly PendingEvents _events;
        private readonly StopCounter _stops = new StopCounter();
        private readonly BolusShortfall _shortfall = new BolusShortfall();
        private long _haltedAtMs;

        public StateMachine(DeliveryStatus status, DeliverySchedule schedule, Ledger ledger, DeliveryWindow window, Actuation actuation, PumpRecords records, Supervisor supervisor, PendingEvents events)
        {
            _status = status;
            _schedule = schedule;
            _ledger = ledger;
            _window = window;
            _actuation = actuation;
            _records = records;
            _supervisor = supervisor;
            _events = events;
            _status.State = PumpState.SelfTest;
            _supervisor.AllowTest();
        }

        /// <summary>Changes the state for an order that was taken.</summary>
        public void Apply(Verdict verdict, PumpEvent whenAccepted)
        {
            if (verdict == Verdict.Accepted)
            {
                Apply(whenAccepted);
            }
        }

        /// <summary>Changes the state if there is a row for it.</summary>
        public void Apply(PumpEvent happened)
        {
            PumpState before = _status.State;
            PumpState next = PumpTransitions.Next(before, happened);

            if (next == before)
            {
                return;
            }

            if (next == PumpState.Stopped)
            {
                _actuation.Abort(_status.NowMs);
            }

            if (next != PumpState.Infusing && next != PumpState.Bolus)
            {
                _schedule.EndBolus();
            }

            Switch(PumpTransitions.Delivers(next), happened);
            bool restored = happened == PumpEvent.OrderRestored || happened == PumpEvent.PatencyRestored;
            _haltedAtMs = restored ? _status.NowMs - LongHaltMs : _status.NowMs;
            _status.State = next;
            _events.Add(EventId.StateChanged, (int)before, (int)next);
            _records.Move();
            Tell(next, happened);
        }

        /// <summary>A person halts. Halted while it tests itself, the pump does not go on by itself with what the reset broke off.</summary>
        public void Halt()
        {
            if (_status.State == PumpState.SelfTest)
            {
                _records.Move();
            }

            Apply(PumpEvent.Suspend);
        }

        /// <summary>Does what standing alarms ask for, and ends what is over.</summary>
        public void Follow(AlarmResponse response)
        {
            if (response == AlarmResponse.Stop)
            {
                Apply(PumpEvent.AlarmStop);
            }
            else if (response == AlarmResponse.PatencyRate)
            {
                Apply(PumpEvent.AlarmPatency);
            }

            if (_status.State == PumpState.Infusing && _status.TherapyLeftMs <= 0 && !_schedule.BolusRunning)
            {
                Apply(PumpEvent.TherapyDone);
            }

            bool nothingDue = _status.Phase == PacketPhase.Rest && _ledger.DueNl < PacketPlanner.SmallestRemainderNl;

            if (_status.State == PumpState.Bolus && !_schedule.BolusRunning && nothingDue)
            {
                Apply(PumpEvent.BolusDone);
            }
        }

        /// <summary>Reports what follows from states and time alone.</summary>
        public void Report()
        {
            bool atPatency = _status.State == PumpState.Patency && _status.TherapyLeftMs > 0;

            if (atPatency && _status.AlarmForbids)
            {
                _haltedAtMs = _status.NowMs; // as long as the alarm stands it tells enough
            }

            bool waits = atPatency || _status.State == PumpState.Suspended;
            _status.TherapyWaits = waits && _schedule.HasTherapy && _status.NowMs - _haltedAtMs >= LongHaltMs;
            _status.BolusLost |= _shortfall.Take(_schedule.BolusRunning, _status);
            _status.RepeatedStops = _stops.TooOften(_status.NowMs);
        }

        // What people and alarms narrow, the supervisor narrows too. Only an order that was taken widens it.
        private void Tell(PumpState next, PumpEvent happened)
        {
            switch (next)
            {
                case PumpState.SelfTest:
                    _supervisor.AllowTest();
                    break;
                case PumpState.Suspended:
                case PumpState.Stopped:
                    _supervisor.Halt();
                    break;
                case PumpState.Patency:
                    _supervisor.KeepPatency();
                    break;
                case PumpState.Infusing:
                    _supervisor.Resume();
                    break;
                case PumpState.Standby when happened != PumpEvent.BolusDone:
                    _supervisor.End();
                    break;
                default:
                    break;
            }
        }

        private void Switch(bool delivers, PumpEvent happened)
        {
            if (delivers == _status.Delivers)
            {
                return;
            }

            _window.Reset(_status);

            if (delivers)
            {
                // What was missed before or in a halt is written off: delivery starts even.
                _ledger.WriteOff();
            }
            else if (happened == PumpEvent.AlarmStop || happened == PumpEvent.AlarmPatency)
            {
                _stops.Note(_status.NowMs);
            }

            _status.Delivers = delivers;
        }
    }
}
