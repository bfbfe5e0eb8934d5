using Haip.Core.Metering;

namespace Haip.Core.Delivery
{
    /// <summary>Delivers what the ledger says is due, packet by packet (sigma-delta on the metered volume).</summary>
    public sealed class PacketController
    {
        // What the artery's waves may add to a fill before it counts as wrong.
        private const int WavesPa = 500;

        // Of a packet's time, all but filling and emptying: four travels, four settled pressures, and a tick in each phase.
        private const int OtherPhasesMs = 3_700;

        // Three standard deviations of what the waves leave in a chamber: only coughs and an artery that has moved do more.
        private const int SlackNl = 80;

        // Longer than the alarm of a lost memory takes: after that people know, and the patency rate goes on without books.
        private const long LongestKeepMs = 3_000;

        private readonly DeliveryStatus _status;
        private readonly Ledger _ledger;
        private readonly PacketSequencer _packet;
        private readonly PacketPlanner _planner;
        private readonly PacketMeter _meter;
        private readonly Meters _meters;
        private readonly EmptyingWatch _emptying;
        private readonly ClosingMoment _closing;
        private readonly PacketAim _aim;
        private readonly PacketDemand _demand;
        private readonly FlowIntegral _flow = new FlowIntegral();
        private int _milliVolts;
        private int _supplyPa;
        private int _aimPa;
        private int _emptyMs;
        private int _mostEmptyMs;
        private int _expectedPa;
        private bool _waits;
        private long _announcedAtMs;

        public PacketController(BoardProfile board, DeliveryStatus status, Ledger ledger, Meters meters)
        {
            _status = status;
            _ledger = ledger;
            _packet = new PacketSequencer(board);
            _planner = new PacketPlanner(board);
            _meter = new PacketMeter(status, meters);
            _meters = meters;
            _emptying = new EmptyingWatch(board);
            _closing = new ClosingMoment(board);
            _aim = new PacketAim(status, _emptying);
            _demand = new PacketDemand(status, ledger);
        }

        /// <summary>Pump off and valves closed now, whatever was on its way.</summary>
        public void Abort(long nowMs)
        {
            _waits = false;
            _packet.Abort(nowMs);
        }

        /// <summary>The self-test has passed and found this stall pressure per volt.</summary>
        public void Begin(int stallMilliPaPerVolt) => _planner.Begin(stallMilliPaPerVolt);

        /// <summary>Advances the packet in flight, or starts one when it is due.</summary>
        /// <param name="outputs">Released by the caller.</param>
        /// <returns>What the packet has come to. After <see cref="PacketStep.Filled"/> and <see cref="PacketStep.Emptied"/> the books have changed.</returns>
        public PacketStep Tick(Readings readings, Outputs outputs, long elapsedMs)
        {
            if (_waits && Wait(readings))
            {
                return PacketStep.None;
            }

            if (_packet.Filling)
            {
                _flow.Add(readings, elapsedMs);

                if (_packet.Phase == PacketPhase.Fill && !readings.PumpDriverValid)
                {
                    _status.WrongFillPackets++;
                    _packet.Abort(readings.NowMs); // an open V1 before an idle pump drains the chamber
                }
            }
            else if (_packet.Phase == PacketPhase.Rest)
            {
                _flow.Rest(readings);
                StartWhenDue(readings);
            }
            else if (_packet.Phase == PacketPhase.Empty)
            {
                _emptying.Take(readings);

                if (_closing.IsNow(readings, _status.EndOffsetPa))
                {
                    _packet.Shut(readings.NowMs);
                }
            }
            else if (_packet.Phase == PacketPhase.CloseOutlet)
            {
                _emptying.TakeClosing(readings);
            }

            PacketStep step = _packet.Tick(readings, outputs);
            _status.Phase = _packet.Phase;

            switch (step)
            {
                case PacketStep.Measured:
                    _flow.Begin();
                    _meter.JudgeRest(_packet, readings.NowMs);
                    break;

                case PacketStep.Filled:
                    LetOut(readings.NowMs);
                    break;

                case PacketStep.Emptied:
                    _meter.Book(_packet, _demand.WantedNl, _emptying.SwingPa, _emptying.BackwardsPa(_packet.FullPa, _status.SensorOffsetPa), readings.NowMs, _ledger);
                    _status.EndKnown = _meter.EndKnown;
                    _status.EndPa = _meter.EndPa;
                    _aim.Emptied(readings.NowMs);

                    if (_packet.EndKnown)
                    {
                        _status.FellPa = _packet.FullPa - _packet.EndPa;

                        if (!_closing.Early)
                        {
                            _emptying.Learn(_status.FellPa);
                        }

                        _status.EndEarly = _closing.Early;
                        _status.EndRested = _emptying.Rests;
                    }

                    break;

                default:
                    break;
            }

            return step;
        }

        private void StartWhenDue(Readings readings)
        {
            _demand.Limit();

            // Nothing is let out against an artery whose pressure was never read.
            if (!_status.Delivers || !_status.ExpectedEndKnown || !readings.PumpDriverValid || !_demand.IsDue())
            {
                return;
            }

            _meters.Prepare(readings);
            _supplyPa = _status.ReservoirGaugeKnown ? _status.ReservoirGaugePa : 0;
            int lowestPa = _planner.LowestFullPa(_supplyPa);
            int reachPa = _planner.HighestFullPa(_supplyPa) - _meter.StepPa(_demand.LeastNl);
            _expectedPa = _aim.EndPa(readings.NowMs, reachPa);

            if (!_demand.Grow(_meter.SealedNl(lowestPa - _expectedPa)) || !_aim.IsWithin(readings.NowMs, _expectedPa, reachPa))
            {
                return;
            }

            _aimPa = PacketAim.FullPa(readings, _expectedPa + _meter.StepPa(_demand.WantedNl), lowestPa, _meter.StepPa(PacketAim.MostFillNl), _meter.StepPa(PacketAim.LeastFillNl));
            _milliVolts = _planner.DriveMilliVolts(_aimPa, _supplyPa);
            long roomMs = PacketPlanner.IntervalMs(_status.RateNlPerHour) - OtherPhasesMs - _planner.FillMs;
            _emptyMs = _emptying.OpenMs(roomMs);
            _mostEmptyMs = _emptying.MostMs(roomMs);
            _packet.Start(readings.NowMs, _milliVolts, _planner.FillMs, _mostEmptyMs);
        }

        private void LetOut(long nowMs)
        {
            if (!_packet.FullKnown)
            {
                // Without the chamber's pressure nothing may leave it.
                _status.WrongFillPackets++;
                _packet.Abort(nowMs);
                return;
            }

            int abovePa = _packet.FullPa - _expectedPa;
            int wantedPa = _meter.StepPa(_demand.WantedNl);
            bool empty = abovePa < _meter.StepPa(_demand.LeastNl);
            bool overfull = abovePa > (2 * wantedPa) + WavesPa;
            _planner.Learn(_milliVolts, _packet.FullPa, _supplyPa, empty || overfull);
            _planner.LearnFill(_demand.WantedNl, _packet.LastFillNlPerHour - _flow.ZeroNlPerHour);
            _meter.JudgeFill(_packet, _flow, nowMs);

            // One that is not above the artery would let blood in, an overfull one is a packet that nobody ordered: it stays closed and is filled again, from either side.
            if (empty || overfull)
            {
                Blame(_packet.FullPa - _aimPa, wantedPa);
                _packet.Abort(nowMs);
                return;
            }

            _status.WrongFillPackets = _planner.IsBroken(_milliVolts) ? _status.WrongFillPackets + 1 : 0;
            _ledger.Announce(_meter.LargestNl(abovePa, _demand.WantedNl));
            _waits = true;
            _announcedAtMs = nowMs;
            _packet.Release(nowMs);
            Open(nowMs);
        }

        private void Open(long nowMs)
        {
            _emptying.Begin(nowMs, _emptyMs);
            _closing.Begin(nowMs, _emptyMs, _mostEmptyMs, _packet.FullPa, _meter.StepPa(_demand.WantedNl), _meter.StepPa(SlackNl));
        }

        // The pump is to blame when it missed its aim, and not when the artery has moved since, nor when it has come to its strength's end against a
        // catheter that kept the last packet and has no pulse: a packet that cannot follow is one more that stayed.
        private void Blame(int missedPa, int wantedPa)
        {
            if (missedPa < -wantedPa * 3 / 4 && _status.OccludedPackets > 0)
            {
                _status.OccludedPackets++;
            }
            else if (missedPa < -wantedPa * 3 / 4 || missedPa > wantedPa + WavesPa)
            {
                _status.WrongFillPackets++;
            }
        }

        // V2 opens when the announcement is in the memory, which had the time since the last tick for it.
        private bool Wait(Readings readings)
        {
            _waits = !readings.MemoryValid && readings.NowMs - _announcedAtMs <= LongestKeepMs;

            if (!_waits)
            {
                return false;
            }

            if (!_status.Delivers)
            {
                Abort(readings.NowMs); // halted before V2 opened: it stays shut, and what has not left is metered as nothing
                return false;
            }

            _packet.Hold(readings.NowMs);
            Open(readings.NowMs);
            return true;
        }
    }
}
