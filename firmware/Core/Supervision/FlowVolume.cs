namespace Haip.Core.Supervision
{
    /// <summary>The flow sensor's opinion of what left the reservoir, with a zero of its own.</summary>
    /// <remarks>
    /// The zero of an SLF3S may lie 0.15 uL/min off, a sixth of a therapy's flow, so it is taken while V1 is shut, and flow is summed
    /// only from V1's opening until well after it has shut. What the sensor shows at rest beyond any zero flows, and is summed too.
    /// A fill that the sensor did not see in full counts as what the chamber's pressure rose by, when that is more than was seen; one
    /// that neither saw counts as the largest packet: a lost sensor bounds the dose like a working one.
    /// </remarks>
    public sealed class FlowVolume
    {
        private const int ZeroShift = 5;                        // 32 readings: 3 s at rest
        private const long LargestFlowNlPerHour = 200_000_000;  // beyond the sensor's range
        private const long AbsurdPa = 1_000_000;
        private const int FlPerNl = 1_000_000;
        private const int ShutMarginMs = 100;                   // a tick, and the pump's own margin
        private const int Forever = 1_000_000;
        private const long LargestPacketNlPerHourMs = (long)SupervisorLimits.LargestPacketNl * Units.MsPerHour;

        private readonly int _chamberFlPerPa;
        private readonly int _shutMs;
        private long _nlPerHourMs;
        private long _fillFromNlPerHourMs;
        private long _restNlPerHourTimes32;
        private int _zeroNlPerHour;
        private int _inletShutMs;
        private int _outletShutMs;
        private bool _filling;
        private bool _unseen;
        private bool _chamberKnown;
        private int _chamberPa;
        private bool _fromKnown;
        private int _fromPa;
        private bool _firstKnown;
        private int _firstPa;
        private int _freeSamples;

        public FlowVolume(BoardProfile board)
        {
            _chamberFlPerPa = board.ChamberFlPerPa;
            _shutMs = board.ValveTravelMs + ShutMarginMs;
        }

        /// <summary>Net volume since the start.</summary>
        public long TotalNl => _nlPerHourMs / Units.MsPerHour;

        /// <summary>What the chamber held before it was filled last, beyond what it held before the first fill: what an artery that rises keeps in it has not left it.</summary>
        public long ChamberNl { get; private set; }

        /// <summary>A fill was completed in this tick: its volume, and whether the flow sensor saw all of it.</summary>
        public bool Filled { get; private set; }
        public long FilledNl { get; private set; }
        public bool FillSeen { get; private set; }

        /// <summary>The fill under way, or just completed, is larger than any may be.</summary>
        public bool TooLarge { get; private set; }

        /// <summary>Fluid moves through a V1 that has had its time to shut.</summary>
        public bool FreeFlow => _freeSamples >= SupervisorLimits.FreeFlowSampleCount;

        /// <summary>For how long it has been moving.</summary>
        public int FreeFlowMs { get; private set; }

        /// <summary>Takes the mean flow since the previous tick, in which the valves were commanded like this.</summary>
        public void Take(Readings readings, int elapsedMs, bool inletOpen, bool outletOpen)
        {
            Filled = false;
            TooLarge = false;
            _inletShutMs = inletOpen ? 0 : _inletShutMs < Forever ? _inletShutMs + elapsedMs : Forever;
            _outletShutMs = outletOpen ? 0 : _outletShutMs < Forever ? _outletShutMs + elapsedMs : Forever;

            if (inletOpen && !_filling)
            {
                _filling = true;
                _unseen = false;
                _fillFromNlPerHourMs = _nlPerHourMs;
                _fromKnown = _chamberKnown;
                _fromPa = _chamberPa;
                NoteChamber();
            }

            long flowNlPerHour = readings.FlowNlPerHour;
            flowNlPerHour = flowNlPerHour > LargestFlowNlPerHour ? LargestFlowNlPerHour : flowNlPerHour < -LargestFlowNlPerHour ? -LargestFlowNlPerHour : flowNlPerHour;
            _chamberKnown = readings.ChamberValid;
            _chamberPa = readings.ChamberPa;

            if (_inletShutMs <= _shutMs)
            {
                _freeSamples = 0;
                FreeFlowMs = 0;
                Sum(readings, flowNlPerHour, elapsedMs);
                return;
            }

            if (_filling)
            {
                EndFill();
            }

            if (readings.FlowValid)
            {
                Rest(flowNlPerHour, elapsedMs);
            }
        }

        private void Sum(Readings readings, long flowNlPerHour, int elapsedMs)
        {
            if (!_filling)
            {
                return; // before the first fill: how V1 stood is not known
            }

            if (readings.FlowValid)
            {
                _nlPerHourMs += (flowNlPerHour - _zeroNlPerHour) * elapsedMs;
                TooLarge = _nlPerHourMs - _fillFromNlPerHourMs > LargestPacketNlPerHourMs;
            }

            _unseen |= !readings.FlowValid || readings.FlowSmoothed;
        }

        private void EndFill()
        {
            _filling = false;
            long filledNlPerHourMs = _nlPerHourMs - _fillFromNlPerHourMs;

            if (_unseen)
            {
                long riseNlPerHourMs = (long)ChamberRiseNl() * Units.MsPerHour;
                filledNlPerHourMs = riseNlPerHourMs > filledNlPerHourMs ? riseNlPerHourMs : filledNlPerHourMs;
                _nlPerHourMs = _fillFromNlPerHourMs + filledNlPerHourMs;
            }

            FilledNl = filledNlPerHourMs / Units.MsPerHour;
            FillSeen = !_unseen;
            TooLarge = filledNlPerHourMs > LargestPacketNlPerHourMs;
            Filled = true;
        }

        private void NoteChamber()
        {
            if (_fromKnown && _fromPa < AbsurdPa && _fromPa > -AbsurdPa)
            {
                _firstPa = _firstKnown ? _firstPa : _fromPa;
                _firstKnown = true;
                ChamberNl = ((long)_fromPa - _firstPa) * _chamberFlPerPa / FlPerNl;
            }
        }

        private int ChamberRiseNl()
        {
            long risePa = (long)_chamberPa - _fromPa;

            if (!_fromKnown || !_chamberKnown || risePa > AbsurdPa || risePa < -AbsurdPa)
            {
                return SupervisorLimits.OrderedPacketNl;
            }

            return (int)(risePa * _chamberFlPerPa / FlPerNl);
        }

        private void Rest(long flowNlPerHour, int elapsedMs)
        {
            long aboveNlPerHour = flowNlPerHour - _zeroNlPerHour;

            if (aboveNlPerHour > SupervisorLimits.FreeFlowNlPerHour || aboveNlPerHour < -SupervisorLimits.FreeFlowNlPerHour)
            {
                _freeSamples++;
                FreeFlowMs += FreeFlowMs < Forever ? elapsedMs : 0;
                _freeSamples = _freeSamples > SupervisorLimits.FreeFlowSampleCount ? SupervisorLimits.FreeFlowSampleCount : _freeSamples;
                return;
            }

            _freeSamples = 0;
            FreeFlowMs = 0;

            if (_outletShutMs <= _shutMs)
            {
                return;
            }

            _restNlPerHourTimes32 += flowNlPerHour - (_restNlPerHourTimes32 >> ZeroShift);
            int restNlPerHour = (int)(_restNlPerHourTimes32 >> ZeroShift);
            int excessNlPerHour = restNlPerHour - SupervisorLimits.LargestZeroNlPerHour;

            if (excessNlPerHour > 0)
            {
                _zeroNlPerHour = SupervisorLimits.LargestZeroNlPerHour;
                _nlPerHourMs += (long)excessNlPerHour * elapsedMs;
            }
            else
            {
                _zeroNlPerHour = restNlPerHour < -SupervisorLimits.LargestZeroNlPerHour ? -SupervisorLimits.LargestZeroNlPerHour : restNlPerHour;
            }
        }
    }
}
