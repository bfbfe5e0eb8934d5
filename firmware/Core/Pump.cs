using Haip.Core.Catheter;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Metering;
using Haip.Core.Safety;
using Haip.Core.SelfTest;
using Haip.Core.Supervision;

namespace Haip.Core
{
    /// <summary>The pump's mind: one tick turns readings into outputs. No hardware, no clock, no thread.</summary>
    public sealed class Pump
    {
        /// <summary>Period at rest, and while a packet is in flight: the flow sensor must be polled every 50 ms to integrate exactly.</summary>
        public const int RestTickMs = 100;
        public const int FlightTickMs = 50;

        // A gap longer than this was a stall: what was not delivered in it is not made up.
        private const long LongestElapsedMs = 2_000;
        private const int LongestLookMs = 2 * RestTickMs;

        private readonly Ledger _ledger = new Ledger();
        private readonly DeliverySchedule _schedule = new DeliverySchedule();
        private readonly DeliveryWindow _window = new DeliveryWindow();
        private readonly Reservoir _reservoir = new Reservoir();
        private readonly SensorWatch _sensors = new SensorWatch();
        private readonly Readings _unread = new Readings();
        private readonly CatheterMonitor _catheter;
        private readonly Actuation _actuation;
        private readonly StateMachine _states;
        private readonly ResumeRule _resume;
        private readonly Supervisor _supervisor;
        private readonly HaltButton _halt;
        private Readings _readings;
        private long _packetCount;

        public Pump(BoardProfile board)
        {
            Board = board;
            Records = new PumpRecords(_ledger, _schedule, _reservoir, Status);
            _readings = _unread;
            _supervisor = new Supervisor(board);
            Orders = new OrderDesk(Status, _schedule, _supervisor, Events);
            _catheter = new CatheterMonitor(board, Status);
            Meters = new Meters(board, Status, Events);
            _actuation = new Actuation(board, Status, _ledger, Meters, Events);
            _states = new StateMachine(Status, _schedule, _ledger, _window, _actuation, Records, _supervisor, Events);
            _resume = new ResumeRule(Records, _schedule, Status, _states, _supervisor, Events);
            _halt = new HaltButton(Status, _states, Events);
            Alarms = new AlarmMonitor(AlarmTable.Rows, Events);
        }

        /// <summary>Live view; valid until the next tick.</summary>
        public DeliveryStatus Status { get; } = new DeliveryStatus();

        /// <summary>The hardware that it was told about.</summary>
        public BoardProfile Board { get; }

        /// <summary>What it knows about its two measures.</summary>
        public Meters Meters { get; }

        /// <summary>What must outlive a loss of power.</summary>
        public PumpRecords Records { get; }

        /// <summary>What happened, for the memory to keep.</summary>
        public PendingEvents Events { get; } = new PendingEvents();

        public AlarmMonitor Alarms { get; }

        /// <summary>Where orders are judged. Only this class takes them.</summary>
        public OrderDesk Orders { get; }

        /// <summary>One control period. Allocates nothing.</summary>
        public void Tick(Readings readings, Outputs outputs)
        {
            long elapsedMs = _readings == _unread ? 0 : Units.Clamp(readings.NowMs - Status.NowMs, 0, LongestElapsedMs);
            _readings = readings;
            Status.NowMs = readings.NowMs;

            // Time in which nobody looked is no time in which a condition held.
            int lookedMs = elapsedMs < LongestLookMs ? (int)elapsedMs : LongestLookMs;

            _sensors.Judge(readings);
            Account(readings, elapsedMs);
            _halt.Take(readings, lookedMs);
            Guard(readings, lookedMs);
            Drive(readings, outputs, elapsedMs);
            Supervise(readings, outputs);
        }

        /// <summary>Starts a therapy in place of any earlier one.</summary>
        /// <param name="confirmed">A person confirmed values outside the soft limits.</param>
        /// <returns>Anything but <see cref="Verdict.Accepted"/> changed nothing.</returns>
        public Verdict StartTherapy(TherapyOrder order, bool confirmed)
        {
            Verdict verdict = Orders.Take(order, confirmed, _readings);
            _states.Apply(verdict, PumpEvent.StartTherapy);
            return verdict;
        }

        /// <summary>Starts a bolus on top of a therapy, or alone before one.</summary>
        /// <returns>Anything but <see cref="Verdict.Accepted"/> changed nothing.</returns>
        public Verdict StartBolus(BolusOrder order, bool confirmed)
        {
            Verdict verdict = Orders.Take(order, confirmed);
            _states.Apply(verdict, PumpEvent.StartBolus);
            return verdict;
        }

        /// <summary>Halts delivery; a pump that tests itself then waits for a person. A packet in flight is finished and metered.</summary>
        public void Suspend() => _states.Halt();

        /// <summary>Goes on with the therapy. Without one there is nothing to go on with. Does nothing while a stopping alarm stands.</summary>
        public void Resume() =>
            _states.Apply(Status.State == PumpState.Suspended && !_schedule.HasTherapy ? PumpEvent.EndTherapy : PumpEvent.Resume);

        /// <summary>Ends every order.</summary>
        public void EndTherapy()
        {
            _schedule.EndTherapy();
            _schedule.EndBolus();
            _supervisor.End();
            _states.Apply(PumpEvent.EndTherapy);
        }

        /// <summary>A person filled the reservoir without measuring what was left in it.</summary>
        public Verdict Refill(int volumeNl, bool confirmed) => Refill(volumeNl, Reservoir.NotMeasuredNl, confirmed);

        /// <summary>A person filled the reservoir: it now holds this volume, the residual included.</summary>
        /// <param name="drawnOutNl">What was in it before; <see cref="Reservoir.NotMeasuredNl"/> when nobody measured it.</param>
        public Verdict Refill(int volumeNl, int drawnOutNl, bool confirmed)
        {
            Verdict verdict = Orders.TakeFill(volumeNl, drawnOutNl, confirmed);

            if (verdict == Verdict.Accepted)
            {
                Status.ResidualMismatch = _reservoir.Contradicts(drawnOutNl, _ledger.MeteredNl);
                Meters.Refilled(_reservoir, drawnOutNl, _ledger.MeteredNl);
                _reservoir.Refill(volumeNl, _ledger.MeteredNl);
                _reservoir.Report(Status, _readings);
                Events.Add(EventId.Refilled, volumeNl, drawnOutNl);
                Records.Change();
            }

            return verdict;
        }

        /// <summary>A person has seen the alarms. Clears those that have passed; delivery stays as it is.</summary>
        public void Acknowledge()
        {
            Events.Add(EventId.Acknowledged, Alarms.StandingCount, 0);

            // With no fault standing there is nothing to forget: a press in passing must not disarm what is being counted.
            if (Status.AlarmForbids)
            {
                Status.ForgetFaults();
            }

            if (Status.OverInfusion || Status.UnderInfusion)
            {
                _window.Reset(Status);
            }

            Status.BolusLost = false;
            _sensors.TrustClock();
            _supervisor.Acknowledge();
            Status.Supervision = _supervisor.Finding;
            _actuation.Forgive();
            Alarms.Acknowledge(_readings, Status);
            Status.AlarmForbids = Alarms.Response != AlarmResponse.Continue;

            if (Alarms.Response != AlarmResponse.Stop)
            {
                _states.Apply(Status.SelfTest == SelfTestResult.Passed ? PumpEvent.AlarmsCleared : PumpEvent.TestAgain);
            }
        }

        /// <summary>A person set the wall clock: once it has been read anew it is compared with monotonic time afresh. A running dose does not follow it.</summary>
        public void ClockWasSet()
        {
            _sensors.ClockWasSet(_readings);
            _supervisor.ClockSet();
        }

        /// <summary>A person wants silence, for two minutes at most.</summary>
        public void PauseAudio()
        {
            Events.Add(EventId.AudioPaused, Alarms.StandingCount, 0);
            Alarms.PauseAudio();
        }

        private void Account(Readings readings, long elapsedMs)
        {
            _schedule.FindTime(readings);
            _schedule.Accrue(Status, elapsedMs, _ledger);
            _ledger.Report(Status);
            _reservoir.Report(Status, readings);
            _catheter.Take(readings);
            _states.Report();

            if (Status.Delivers)
            {
                _window.Take(Status);
            }
        }

        private void Guard(Readings readings, int lookedMs)
        {
            Alarms.Update(readings, Status, lookedMs);
            Status.AlarmForbids = Alarms.Response != AlarmResponse.Continue;

            _resume.Look(readings);
            _states.Follow(Alarms.Response);
        }

        private void Drive(Readings readings, Outputs outputs, long elapsedMs)
        {
            // Stopped until proven otherwise: only the packet in flight switches anything on.
            outputs.Release();
            outputs.Shown = Alarms.Highest;
            outputs.Sounding = _halt.Sounding(Alarms.Audible);

            _actuation.Tick(readings, outputs, elapsedMs);

            if (Status.PacketCount != _packetCount)
            {
                _packetCount = Status.PacketCount;
                _ledger.Report(Status);
                _catheter.PacketMetered();
            }

            outputs.KickWatchdog = true;
            outputs.NextTickMs = Status.Phase == PacketPhase.Rest ? RestTickMs : FlightTickMs;
        }

        // The second opinion comes last: it can only take away.
        private void Supervise(Readings readings, Outputs outputs)
        {
            _supervisor.Judge(readings, outputs);
            Status.UnderInfusionByFlow = _supervisor.UnderInfusion;

            if (_supervisor.Finding != Status.Supervision)
            {
                Status.Supervision = _supervisor.Finding;
                Events.Add(EventId.SupervisorStopped, (int)Status.Supervision, 0);
            }
        }
    }
}
