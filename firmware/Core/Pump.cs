using Haip.Core.Catheter;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Safety;

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

        // Far above the sensor's zero, far below an open line.
        private const int FreeFlowNlPerHour = 300_000;

        private readonly Ledger _ledger = new Ledger();
        private readonly DeliverySchedule _schedule = new DeliverySchedule();
        private readonly DeliveryWindow _window = new DeliveryWindow();
        private readonly Reservoir _reservoir = new Reservoir();
        private readonly Readings _unread = new Readings();
        private readonly OrderDesk _desk;
        private readonly PacketController _packets;
        private readonly CatheterMonitor _catheter;
        private Readings _readings;

        public Pump(BoardProfile board)
        {
            Board = board;
            Records = new PumpRecords(_ledger, _schedule, _reservoir, Status);
            _readings = _unread;
            _desk = new OrderDesk(Status, _schedule);
            _packets = new PacketController(board, Status, _ledger);
            _catheter = new CatheterMonitor(board, Status);
        }

        /// <summary>Live view; valid until the next tick.</summary>
        public DeliveryStatus Status { get; } = new DeliveryStatus();

        /// <summary>The hardware that it was told about.</summary>
        public BoardProfile Board { get; }

        /// <summary>What must outlive a loss of power.</summary>
        public PumpRecords Records { get; }

        /// <summary>What happened, for the memory to keep.</summary>
        public PendingEvents Events { get; } = new PendingEvents();

        public AlarmMonitor Alarms { get; } = new AlarmMonitor(AlarmTable.Rows);

        /// <summary>The number that the last verdict was about, when it was about a limit.</summary>
        public OrderField VerdictField => _desk.Field;

        /// <summary>One control period. Allocates nothing.</summary>
        public void Tick(Readings readings, Outputs outputs)
        {
            long elapsedMs = _readings == _unread ? 0 : Units.Clamp(readings.NowMs - Status.NowMs, 0, LongestElapsedMs);
            _readings = readings;
            Status.NowMs = readings.NowMs;

            Account(readings, elapsedMs);
            Guard(readings, (int)elapsedMs);
            Drive(readings, outputs, elapsedMs);
        }

        /// <summary>Starts a therapy in place of any earlier one.</summary>
        /// <param name="confirmed">A person confirmed values outside the soft limits.</param>
        /// <returns>Anything but <see cref="Verdict.Accepted"/> changed nothing.</returns>
        public Verdict StartTherapy(TherapyOrder order, bool confirmed) => Apply(_desk.Take(order, confirmed, _readings), PumpEvent.StartTherapy);

        /// <summary>Starts a bolus on top of a therapy, or alone before one.</summary>
        /// <returns>Anything but <see cref="Verdict.Accepted"/> changed nothing.</returns>
        public Verdict StartBolus(BolusOrder order, bool confirmed) => Apply(_desk.Take(order, confirmed), PumpEvent.StartBolus);

        /// <summary>Halts delivery. A packet in flight is finished and metered.</summary>
        public void Suspend() => Apply(PumpEvent.Suspend);

        /// <summary>Goes on with the therapy. Without one there is nothing to go on with. Does nothing while a stopping alarm stands.</summary>
        public void Resume() => Apply(Status.State == PumpState.Suspended && !_schedule.HasTherapy ? PumpEvent.EndTherapy : PumpEvent.Resume);

        /// <summary>Ends every order.</summary>
        public void EndTherapy()
        {
            _schedule.EndTherapy();
            _schedule.EndBolus();
            Apply(PumpEvent.EndTherapy);
        }

        /// <summary>A person filled the reservoir: it now holds this volume, the residual included.</summary>
        public Verdict Refill(int volumeNl, bool confirmed)
        {
            Verdict verdict = _desk.TakeFill(volumeNl, confirmed);

            if (verdict == Verdict.Accepted)
            {
                _reservoir.Refill(volumeNl, _ledger.MeteredNl);
                _reservoir.Report(Status, _readings);
                Records.Change();
            }

            return verdict;
        }

        /// <summary>A person has seen the alarms. Clears those that have passed; delivery stays as it is.</summary>
        public void Acknowledge()
        {
            // With no fault standing there is nothing to forget: a press in passing must not disarm what is being counted.
            if (Status.AlarmForbids)
            {
                Status.ForgetFaults();
            }

            if (Status.OverInfusion || Status.UnderInfusion)
            {
                _window.Reset(Status);
            }

            Alarms.Acknowledge(_readings, Status);

            Status.AlarmForbids = Alarms.Response != AlarmResponse.Continue;

            if (Alarms.Response != AlarmResponse.Stop)
            {
                Apply(PumpEvent.AlarmsCleared);
            }
        }

        private void Account(Readings readings, long elapsedMs)
        {
            _schedule.FindTime(readings);
            _schedule.Accrue(Status, elapsedMs, _ledger);
            _ledger.Report(Status);
            _reservoir.Report(Status, readings);
            _catheter.Take(readings);

            Status.FlowWhileClosed = Status.Phase == PacketPhase.Rest && readings.FlowValid && Units.Size(readings.FlowNlPerHour) > FreeFlowNlPerHour;

            if (Status.Delivers)
            {
                _window.Take(Status);
            }
        }

        private void Guard(Readings readings, int elapsedMs)
        {
            // Time in which nobody looked is no time in which a condition held.
            Alarms.Update(readings, Status, elapsedMs < LongestLookMs ? elapsedMs : LongestLookMs);
            Status.AlarmForbids = Alarms.Response != AlarmResponse.Continue;

            if (Alarms.Response == AlarmResponse.Stop && Status.State != PumpState.Stopped)
            {
                Apply(PumpEvent.AlarmStop);
            }
            else if (Alarms.Response == AlarmResponse.PatencyRate)
            {
                Apply(PumpEvent.AlarmPatency);
            }

            if (Status.State == PumpState.Infusing && Status.TherapyLeftMs <= 0 && !_schedule.BolusRunning)
            {
                Apply(PumpEvent.TherapyDone);
            }

            bool nothingDue = Status.Phase == PacketPhase.Rest && _ledger.DueNl < PacketPlanner.SmallestRemainderNl;

            if (Status.State == PumpState.Bolus && !_schedule.BolusRunning && nothingDue)
            {
                Apply(PumpEvent.BolusDone);
            }
        }

        private void Drive(Readings readings, Outputs outputs, long elapsedMs)
        {
            // Stopped until proven otherwise: only the packet in flight switches anything on.
            outputs.Release();

            if (_packets.Tick(readings, outputs, elapsedMs))
            {
                _ledger.Report(Status);
                _catheter.PacketMetered();
            }

            outputs.KickWatchdog = true;
            outputs.Annunciate = Alarms.Highest;
            outputs.NextTickMs = Status.Phase == PacketPhase.Rest ? RestTickMs : FlightTickMs;
        }

        private Verdict Apply(Verdict verdict, PumpEvent whenAccepted)
        {
            if (verdict == Verdict.Accepted)
            {
                Apply(whenAccepted);
            }

            return verdict;
        }

        private void Apply(PumpEvent happened)
        {
            PumpState next = PumpTransitions.Next(Status.State, happened);

            if (next == Status.State)
            {
                return;
            }

            if (next == PumpState.Stopped)
            {
                _packets.Abort(Status.NowMs);
            }

            if (next != PumpState.Infusing && next != PumpState.Bolus)
            {
                _schedule.EndBolus();
            }

            bool delivers = PumpTransitions.Delivers(next);

            if (delivers != Status.Delivers)
            {
                _window.Reset(Status);
            }

            // What was missed before or in a halt is written off: delivery starts even.
            if (delivers && !Status.Delivers)
            {
                _ledger.WriteOff();
            }

            Records.Move();
            Status.State = next;
            Status.Delivers = delivers;
        }
    }
}
