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

        // Far above the sensor's zero, far below an open line.
        private const int FreeFlowNlPerHour = 300_000;

        private readonly Ledger _ledger = new Ledger();
        private readonly DeliverySchedule _schedule = new DeliverySchedule();
        private readonly DeliveryWindow _window = new DeliveryWindow();
        private readonly Reservoir _reservoir = new Reservoir();
        private readonly PacketController _packets;
        private readonly CatheterMonitor _catheter;
        private readonly OrderCheck _check = new OrderCheck();
        private long _nowMs;
        private long _timeOfDayMs;
        private bool _clockValid;
        private bool _started;

        public Pump(BoardProfile board)
        {
            _packets = new PacketController(board);
            _catheter = new CatheterMonitor(board);
        }

        /// <summary>Live view; valid until the next tick.</summary>
        public DeliveryStatus Status { get; } = new DeliveryStatus();

        public AlarmMonitor Alarms { get; } = new AlarmMonitor(AlarmTable.Rows);

        /// <summary>The number that the last verdict was about.</summary>
        public OrderField VerdictField => _check.Field;

        /// <summary>Moves on with every change that must outlive a loss of power.</summary>
        public int TotalsChangedCount { get; private set; }

        /// <summary>Takes over the totals of before a loss of power. Delivery starts even: what was due then is written off at the next start.</summary>
        public void Restore(Totals totals)
        {
            _ledger.Restore(totals.OrderedNl, totals.MeteredFl, totals.MissedNl);
            _reservoir.Refill(totals.ReservoirFillNl, totals.MeteredAtFillNl);
            Status.ReservoirKnown = totals.ReservoirFillNl > 0;
        }

        /// <summary>Copies what must outlive a loss of power.</summary>
        public void CopyTotals(Totals totals)
        {
            totals.OrderedNl = _ledger.OrderedNl;
            totals.MeteredFl = _ledger.MeteredFl;
            totals.MissedNl = _ledger.MissedNl;
            totals.ReservoirFillNl = _reservoir.FilledNl;
            totals.MeteredAtFillNl = _reservoir.MeteredAtFillNl;
        }

        /// <summary>One control period. Allocates nothing.</summary>
        public void Tick(Readings readings, Outputs outputs)
        {
            long elapsedMs = _started ? Units.Clamp(readings.NowMs - _nowMs, 0, LongestElapsedMs) : 0;
            _nowMs = readings.NowMs;
            _started = true;

            Account(readings, elapsedMs);
            Guard(readings, (int)elapsedMs);
            Drive(readings, outputs, elapsedMs);
        }

        /// <summary>Starts a therapy in place of any earlier one.</summary>
        /// <param name="confirmed">A person confirmed values outside the soft limits.</param>
        /// <returns>Anything but <see cref="Verdict.Accepted"/> changed nothing.</returns>
        public Verdict StartTherapy(TherapyOrder order, bool confirmed)
        {
            Verdict verdict = _check.Judge(order, _clockValid);

            if (Status.State == PumpState.Stopped)
            {
                verdict = _check.Refuse(Verdict.NotInThisState);
            }
            else if (!Status.ReservoirKnown)
            {
                verdict = _check.Refuse(Verdict.ReservoirUnknown);
            }

            if (verdict == Verdict.Accepted || (verdict == Verdict.NeedsConfirmation && confirmed))
            {
                _schedule.Start(order, _nowMs, _timeOfDayMs);
                Apply(PumpEvent.StartTherapy);
                return Verdict.Accepted;
            }

            return verdict;
        }

        /// <summary>Starts a bolus on top of what runs, or alone.</summary>
        public Verdict StartBolus(BolusOrder order, bool confirmed)
        {
            Verdict verdict = _check.Judge(order);

            if (Status.State != PumpState.Infusing && Status.State != PumpState.Standby)
            {
                verdict = _check.Refuse(Verdict.NotInThisState);
            }
            else if (_schedule.BolusRunning)
            {
                verdict = _check.Refuse(Verdict.BolusRunning);
            }
            else if (order.VolumeNl > Status.ReservoirNl - Reservoir.ResidualNl)
            {
                verdict = _check.Refuse(Verdict.ReservoirTooLow);
            }

            if (verdict == Verdict.Accepted || (verdict == Verdict.NeedsConfirmation && confirmed))
            {
                _schedule.Start(order);
                Apply(PumpEvent.StartBolus);
                return Verdict.Accepted;
            }

            return verdict;
        }

        /// <summary>Halts delivery. A packet in flight is finished and metered.</summary>
        public void Suspend() => Apply(PumpEvent.Suspend);

        /// <summary>Goes on with the therapy. Does nothing while a stopping alarm stands.</summary>
        public void Resume() => Apply(PumpEvent.Resume);

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
            Verdict verdict = _check.JudgeFill(volumeNl);

            if (verdict == Verdict.Accepted || (verdict == Verdict.NeedsConfirmation && confirmed))
            {
                _reservoir.Refill(volumeNl, _ledger.MeteredNl);
                Status.ReservoirKnown = true;
                TotalsChangedCount++;
                return Verdict.Accepted;
            }

            return verdict;
        }

        /// <summary>A person has seen the alarms. Clears those that have passed; delivery stays as it is.</summary>
        public void Acknowledge()
        {
            PacketController.ForgetFaults(Status);
            _window.Reset(_nowMs);
            Status.OverInfusion = false;
            Alarms.Acknowledge();

            if (Alarms.Response != AlarmResponse.Stop)
            {
                Apply(PumpEvent.AlarmsCleared);
            }
        }

        private void Account(Readings readings, long elapsedMs)
        {
            _clockValid = readings.ClockValid;
            _timeOfDayMs = readings.ClockValid ? readings.UtcSeconds % Units.SecondsPerDay * 1_000 : 0;

            _schedule.Accrue(Status.State, _nowMs, elapsedMs, _ledger);
            _catheter.Take(readings, Status.Phase, Status);

            Status.RateNlPerHour = _schedule.RateNlPerHour;
            Status.OrderedNl = _ledger.OrderedNl;
            Status.MeteredNl = _ledger.MeteredNl;
            Status.MissedNl = _ledger.MissedNl;
            Status.BolusLeftNl = _schedule.BolusLeftNl;
            Status.TherapyLeftMs = _schedule.TherapyLeftMs;
            Status.ReservoirNl = _reservoir.RemainingNl(Status.MeteredNl);
            Status.DryInMs = Reservoir.DryInMs(Status.ReservoirNl, _schedule.BasalNlPerHour);
            Status.ReservoirGaugeKnown = readings.ReservoirValid && readings.AmbientValid;
            Status.ReservoirGaugePa = Status.ReservoirGaugeKnown ? readings.ReservoirPa - readings.AmbientPa : 0;
            Status.FlowWhileClosed = Status.Phase == PacketPhase.Rest && readings.FlowValid
                && (readings.FlowNlPerHour > FreeFlowNlPerHour || readings.FlowNlPerHour < -FreeFlowNlPerHour);

            if (Status.Delivers)
            {
                _window.Take(_nowMs, Status.OrderedNl, Status.MeteredNl, Status.FlowNl, PacketPlanner.MaxPacketNl);
                Status.OverInfusion = _window.Over;
                Status.UnderInfusion = _window.Under;
            }
        }

        private void Guard(Readings readings, int elapsedMs)
        {
            Alarms.Update(readings, Status, elapsedMs);

            if (Alarms.Response == AlarmResponse.Stop)
            {
                Apply(PumpEvent.AlarmStop);
            }
            else if (Alarms.Response == AlarmResponse.PatencyRate)
            {
                Apply(PumpEvent.AlarmPatency);
            }

            if (Status.State == PumpState.Infusing && _schedule.TherapyLeftMs <= 0)
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
            bool known = _catheter.TryExpectEnd(Status, _packets, out int endPa);

            if (_packets.Tick(readings, outputs, elapsedMs, _schedule.RateNlPerHour, known, endPa, _ledger, Status))
            {
                _catheter.PacketMetered(Status, _packets.EndPa, _packets.EndKnown);
                TotalsChangedCount++;
            }

            Status.Phase = _packets.Phase;
            outputs.Annunciate = Alarms.Highest;
            outputs.NextTickMs = Status.Phase == PacketPhase.Rest ? RestTickMs : FlightTickMs;
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
                _packets.Abort(_nowMs);
            }

            if (next != PumpState.Infusing && next != PumpState.Bolus)
            {
                _schedule.EndBolus();
            }

            // What was missed before or in a halt is written off: delivery starts even.
            if (!Status.Delivers && PumpTransitions.Delivers(next))
            {
                _ledger.WriteOff();
                TotalsChangedCount++;
                _window.Reset(_nowMs);
            }

            Status.State = next;
            Status.Delivers = PumpTransitions.Delivers(next);
        }
    }
}
