using Haip.Core.Log;
using Haip.Core.SelfTest;
using Haip.Core.Supervision;

namespace Haip.Core.Delivery
{
    /// <summary>What becomes of a therapy after a reset: it goes on by itself only when its order says so and nothing is in doubt.</summary>
    public sealed class ResumeRule
    {
        private const int UnknownSeconds = -1;

        private readonly PumpRecords _records;
        private readonly DeliverySchedule _schedule;
        private readonly DeliveryStatus _status;
        private readonly StateMachine _states;
        private readonly Supervisor _supervisor;
        private readonly PendingEvents _events;

        public ResumeRule(PumpRecords records, DeliverySchedule schedule, DeliveryStatus status, StateMachine states, Supervisor supervisor, PendingEvents events)
        {
            _records = records;
            _schedule = schedule;
            _status = status;
            _states = states;
            _supervisor = supervisor;
            _events = events;
        }

        /// <summary>Once the self-test has passed, what the reset broke off goes on, or waits for a person.</summary>
        public void Look(Readings readings)
        {
            if (_status.State == PumpState.SelfTest && _status.SelfTest == SelfTestResult.Passed)
            {
                WakeUp(readings);
            }
        }

        private void WakeUp(Readings readings)
        {
            long gapSeconds = GapSeconds(readings);
            ResumeVerdict verdict = Judge(gapSeconds);
            _status.BolusLost = _records.Waiting && _records.BolusBefore;
            _states.Apply(PumpEvent.TestPassed);
            _events.Add(EventId.Resumed, (int)verdict, (int)Units.Clamp(gapSeconds, UnknownSeconds, int.MaxValue));

            if (verdict == ResumeVerdict.NothingOrdered)
            {
                return;
            }

            long timeOfDayMs = readings.ClockValid ? readings.UtcSeconds % Units.SecondsPerDay * 1_000 : Supervisor.UnknownTimeMs;
            _supervisor.AllowTherapy(_schedule.Therapy, _status.TherapyLeftMs, timeOfDayMs, readings.NowMs);

            if (verdict == ResumeVerdict.GoesOn && _records.StateBefore == PumpState.Patency)
            {
                _states.Apply(PumpEvent.PatencyRestored);
                return;
            }

            _states.Apply(PumpEvent.OrderRestored);

            if (verdict == ResumeVerdict.GoesOn)
            {
                _states.Apply(PumpEvent.Resume);
            }
        }

        private long GapSeconds(Readings readings)
        {
            long gapSeconds = readings.UtcSeconds - _records.AliveAtUtcSeconds;
            return readings.ClockValid && _records.AliveAtUtcSeconds > 0 && gapSeconds >= 0 ? gapSeconds : UnknownSeconds;
        }

        // A pump that moved since it woke was stopped by an alarm, and a person has cleared it: that never restarts delivery.
        private ResumeVerdict Judge(long gapSeconds) =>
            !_schedule.HasTherapy ? ResumeVerdict.NothingOrdered
            : _records.StateBefore != PumpState.Infusing && _records.StateBefore != PumpState.Patency ? ResumeVerdict.WasHalted
            : !_records.Waiting || _status.AlarmForbids ? ResumeVerdict.Disturbed
            : gapSeconds == UnknownSeconds ? ResumeVerdict.GapUnknown
            : gapSeconds > (long)_schedule.ResumeWithinMinutes * Units.SecondsPerMinute ? ResumeVerdict.GapTooLong
            : ResumeVerdict.GoesOn;
    }
}
