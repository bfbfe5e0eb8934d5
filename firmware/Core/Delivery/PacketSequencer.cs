namespace Haip.Core.Delivery
{
    /// <summary>Moves one packet from reservoir to catheter: opens and closes valves, runs the burst, takes the three pressures.</summary>
    /// <remarks>
    /// The two valves are never open together; between closing one and opening the other lie a full travel and a settled pressure.
    /// The pump bursts from before V1 opens until after it has closed, so the chamber never sees an idle pump through an open V1.
    /// What was metered counts, never the cycles sent.
    /// </remarks>
    public sealed class PacketSequencer
    {
        private const int BurstMarginMs = 100;

        private readonly BoardProfile _board;
        private readonly SettledPressure _settled = new SettledPressure();
        private long _phaseStartMs;
        private int _pumpMilliVolts;
        private int _fillMs;
        private int _emptyMs;
        private int _burstCycles;
        private bool _cutShort;

        public PacketSequencer(BoardProfile board)
        {
            _board = board;
        }

        public PacketPhase Phase { get; private set; }

        /// <summary>Chamber pressure before the fill. Unknown until <see cref="PacketStep.Filled"/>.</summary>
        public int BaselinePa { get; private set; }
        public bool BaselineKnown { get; private set; }

        /// <summary>Chamber pressure when full and sealed.</summary>
        public int FullPa { get; private set; }
        public bool FullKnown { get; private set; }

        /// <summary>By how much the sealed chamber's pressure fell in 100 ms while it was taken.</summary>
        public int FullFallPa { get; private set; }

        /// <summary>Chamber pressure after the packet left, sealed.</summary>
        public int EndPa { get; private set; }
        public bool EndKnown { get; private set; }

        /// <summary>True while fluid can pass the flow sensor: from the baseline to the settled full pressure.</summary>
        public bool Filling => Phase == PacketPhase.Fill || Phase == PacketPhase.CloseInlet || Phase == PacketPhase.SettleFull;

        /// <summary>Flow when V1 began to close: how far the fill was from done.</summary>
        public int LastFillNlPerHour { get; private set; }

        /// <summary>Begins a packet. Ignored while one is in flight.</summary>
        /// <param name="fillMs">How long V1 stays fully open. The burst lasts from before it opens until after it has closed.</param>
        /// <param name="emptyMs">How long V2 stays fully open at most.</param>
        public void Start(long nowMs, int pumpMilliVolts, int fillMs, int emptyMs)
        {
            if (Phase == PacketPhase.Rest)
            {
                _pumpMilliVolts = pumpMilliVolts;
                _fillMs = fillMs;
                _emptyMs = emptyMs;
                _burstCycles = (int)((long)((2 * _board.ValveTravelMs) + fillMs + BurstMarginMs) * _board.PumpMilliHz / 1_000_000);
                _cutShort = false;
                BaselineKnown = false;
                FullKnown = false;
                EndKnown = false;
                Enter(PacketPhase.Baseline, nowMs);
            }
        }

        /// <summary>Lets the full chamber empty into the catheter.</summary>
        public void Release(long nowMs)
        {
            if (Phase == PacketPhase.SettleFull)
            {
                Enter(PacketPhase.Empty, nowMs);
            }
        }

        /// <summary>A packet that was released has not left yet: it waits in the sealed chamber, in a tick that drives nothing.</summary>
        public void Hold(long nowMs)
        {
            if (Phase == PacketPhase.Empty)
            {
                _phaseStartMs = nowMs;
            }
        }

        /// <summary>Closes V2 before its longest time is over.</summary>
        public void Shut(long nowMs)
        {
            if (Phase == PacketPhase.Empty)
            {
                Enter(PacketPhase.CloseOutlet, nowMs);
            }
        }

        /// <summary>Pump off and valves closed from this tick on. A packet on its way out is still metered; one in the chamber stays there.</summary>
        public void Abort(long nowMs)
        {
            switch (Phase)
            {
                case PacketPhase.Fill:
                case PacketPhase.CloseInlet:
                    _cutShort = true;
                    Enter(PacketPhase.CloseInlet, nowMs);
                    break;
                case PacketPhase.Empty:
                    Enter(PacketPhase.CloseOutlet, nowMs);
                    break;
                case PacketPhase.Baseline:
                case PacketPhase.SettleFull:
                    Enter(PacketPhase.Rest, nowMs);
                    break;
                default:
                    break; // at rest, or closed and being metered
            }
        }

        /// <summary>Advances the packet and says what the actuators do until the next tick.</summary>
        /// <param name="outputs">Released by the caller; only what this phase needs is switched on.</param>
        public PacketStep Tick(Readings readings, Outputs outputs)
        {
            PacketStep step = Advance(readings, readings.NowMs - _phaseStartMs);

            outputs.InletOpen = Phase == PacketPhase.Fill;
            outputs.OutletOpen = Phase == PacketPhase.Empty;

            if (Phase == PacketPhase.Fill || (Phase == PacketPhase.CloseInlet && !_cutShort))
            {
                outputs.PumpRun = true;
                outputs.PumpMilliVolts = _pumpMilliVolts;
                outputs.PumpCycles = _burstCycles;
            }

            return step;
        }

        private PacketStep Advance(Readings readings, long inPhaseMs)
        {
            switch (Phase)
            {
                case PacketPhase.Baseline:
                    if (!Settled(readings))
                    {
                        return PacketStep.None;
                    }

                    BaselineKnown = _settled.Known;
                    BaselinePa = _settled.MeanPa;
                    Enter(PacketPhase.Fill, readings.NowMs);
                    return PacketStep.Measured;

                case PacketPhase.Fill:
                    LastFillNlPerHour = readings.FlowNlPerHour;
                    EnterAfter(_board.ValveTravelMs + _fillMs, inPhaseMs, PacketPhase.CloseInlet, readings.NowMs);
                    return PacketStep.None;

                case PacketPhase.CloseInlet:
                    EnterAfter(_board.ValveTravelMs, inPhaseMs, _cutShort ? PacketPhase.Rest : PacketPhase.SettleFull, readings.NowMs);
                    return PacketStep.None;

                case PacketPhase.SettleFull:
                    if (!Settled(readings))
                    {
                        return PacketStep.None;
                    }

                    FullKnown = _settled.Known;
                    FullPa = _settled.MeanPa;
                    FullFallPa = _settled.FallPa;
                    return PacketStep.Filled;

                case PacketPhase.Empty:
                    EnterAfter(_board.ValveTravelMs + _emptyMs, inPhaseMs, PacketPhase.CloseOutlet, readings.NowMs);
                    return PacketStep.None;

                case PacketPhase.CloseOutlet:
                    EnterAfter(_board.ValveTravelMs, inPhaseMs, PacketPhase.SettleEmpty, readings.NowMs);
                    return PacketStep.None;

                case PacketPhase.SettleEmpty:
                    if (!Settled(readings))
                    {
                        return PacketStep.None;
                    }

                    EndKnown = _settled.Known;
                    EndPa = _settled.MeanPa;
                    Enter(PacketPhase.Rest, readings.NowMs);
                    return PacketStep.Emptied;

                default:
                    return PacketStep.None;
            }
        }

        private bool Settled(Readings readings)
        {
            _settled.Take(readings);
            return _settled.Done;
        }

        private void EnterAfter(int durationMs, long inPhaseMs, PacketPhase next, long nowMs)
        {
            if (inPhaseMs >= durationMs)
            {
                Enter(next, nowMs);
            }
        }

        private void Enter(PacketPhase phase, long nowMs)
        {
            Phase = phase;
            _phaseStartMs = nowMs;
            _settled.Begin(phase == PacketPhase.Baseline ? nowMs - 1 : nowMs + _board.SettleMs);
        }
    }
}
