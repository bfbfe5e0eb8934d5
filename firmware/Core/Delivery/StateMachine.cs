using Haip.Core.Log;
using Haip.Core.Safety;

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
        private readonly PendingEvents _events;
        private readonly StopCounter _stops = new StopCounter();
        private long _haltedAtMs;

        public StateMachine(DeliveryStatus status, DeliverySchedule schedule, Ledger ledger, DeliveryWindow window, Actuation actuation, PumpRecords records, PendingEvents events)
        {
            _status = status;
            _schedule = schedule;
            _ledger = ledger;
            _window = window;
            _actuation = actuation;
            _records = records;
            _events = events;
            _status.State = PumpState.SelfTest;
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

            Switch(PumpTransitions.Delivers(next));
            _haltedAtMs = happened == PumpEvent.OrderRestored ? _status.NowMs - LongHaltMs : _status.NowMs;
            _status.State = next;
            _events.Add(EventId.StateChanged, (int)before, (int)next);
            _records.Move();
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
            _status.TherapyWaits = _status.State == PumpState.Suspended && _schedule.HasTherapy && _status.NowMs - _haltedAtMs >= LongHaltMs;
            _status.RepeatedStops = _stops.TooOften(_status.NowMs);
        }

        private void Switch(bool delivers)
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
            else if (_status.AlarmForbids)
            {
                _stops.Note(_status.NowMs);
            }

            _status.Delivers = delivers;
        }
    }
}
