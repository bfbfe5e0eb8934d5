namespace Haip.Core.Supervision
{
    /// <summary>Judges how the valves are commanded, and whether pump and valves do what they are told.</summary>
    public sealed class ValveWatch
    {
        private const int MeanShift = 5;           // 32 readings, two heartbeats and more
        private const int EmptiesShare = 4;
        private const int ShutMarginMs = 100;
        private const int Forever = 1_000_000;
        private const int AbsurdPa = 1_000_000;

        private readonly int _shutMs;
        private int _inletOpenMs;
        private int _outletOpenMs;
        private bool _inletWasOpen;
        private bool _outletWasOpen;
        private bool _pumpRan;
        private int _dryFills;
        private int _fullStays;
        private bool _meanKnown;
        private long _meanPaTimes32;
        private bool _emptying;
        private int _emptiedMs;
        private int _outletShutMs;
        private int _beforePa;
        private int _abovePa;

        public ValveWatch(BoardProfile board)
        {
            _shutMs = board.ValveTravelMs + ShutMarginMs;
        }

        /// <summary>Both valves are commanded open, or one for longer than any packet takes.</summary>
        public bool HeldOpen { get; private set; }

        /// <summary>Several packets in a row showed no effect of pump, V1 or V2.</summary>
        public bool Deaf => _dryFills >= SupervisorLimits.DeafPackets || _fullStays >= SupervisorLimits.DeafPackets;

        /// <summary>Forgets the packets that were counted.</summary>
        public void Forget()
        {
            _dryFills = 0;
            _fullStays = 0;
        }

        /// <summary>Takes what the controller wants now.</summary>
        public void Take(Readings readings, Outputs outputs, int elapsedMs)
        {
            bool inletOpen = outputs.InletOpen;
            bool outletOpen = outputs.OutletOpen;

            _inletOpenMs = inletOpen && _inletWasOpen ? _inletOpenMs + elapsedMs : 0;
            _outletOpenMs = outletOpen && _outletWasOpen ? _outletOpenMs + elapsedMs : 0;
            _inletOpenMs = _inletOpenMs > Forever ? Forever : _inletOpenMs;
            _outletOpenMs = _outletOpenMs > Forever ? Forever : _outletOpenMs;
            HeldOpen = (inletOpen && outletOpen) || _inletOpenMs > SupervisorLimits.InletOpenMs || _outletOpenMs > SupervisorLimits.OutletOpenMs;

            if (inletOpen && !_inletWasOpen)
            {
                _pumpRan = outputs.PumpRun;
            }

            if (readings.CatheterValid && readings.CatheterPa < AbsurdPa && readings.CatheterPa > -AbsurdPa)
            {
                _meanPaTimes32 = _meanKnown ? _meanPaTimes32 + readings.CatheterPa - (_meanPaTimes32 >> MeanShift) : (long)readings.CatheterPa << MeanShift;
                _meanKnown = true;
            }

            if (outletOpen && !_outletWasOpen)
            {
                BeginEmptying(readings);
            }
            else if (_emptying && outletOpen)
            {
                _emptiedMs += elapsedMs;
            }
            else if (_emptying)
            {
                EndEmptying(readings, elapsedMs);
            }

            _inletWasOpen = inletOpen;
            _outletWasOpen = outletOpen;
        }

        /// <summary>A fill was completed, and the flow sensor saw all of it.</summary>
        public void Filled(long volumeNl)
        {
            bool dry = _pumpRan && volumeNl < SupervisorLimits.NoFillNl && volumeNl > -SupervisorLimits.NoFillNl;
            _dryFills = dry ? _dryFills + 1 : 0;
        }

        private void BeginEmptying(Readings readings)
        {
            _beforePa = readings.ChamberPa;
            _emptying = readings.ChamberValid && _meanKnown && _beforePa < AbsurdPa && _beforePa > -AbsurdPa;
            _abovePa = _emptying ? _beforePa - (int)(_meanPaTimes32 >> MeanShift) : 0;
            _outletShutMs = 0;
            _emptiedMs = 0;
        }

        private void EndEmptying(Readings readings, int elapsedMs)
        {
            _outletShutMs += elapsedMs;

            if (_outletShutMs > _shutMs && readings.ChamberValid)
            {
                _emptying = false;
                long fellPa = (long)_beforePa - readings.ChamberPa;

                // A valve that is shut again early has let out as much as was wanted, or nothing yet.
                if (_abovePa > SupervisorLimits.FullChamberPa && _emptiedMs >= SupervisorLimits.EmptiesMs)
                {
                    _fullStays = fellPa < _abovePa / EmptiesShare ? _fullStays + 1 : 0;
                }
            }
        }
    }
}
