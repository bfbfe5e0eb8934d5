namespace Haip.Core.Metering
{
    /// <summary>Looks on while V2 is open: learns how long the drug at hand needs to leave, and sees where the artery stands.</summary>
    /// <remarks>
    /// The chamber empties with restrictor times compliance: 1 s for water at 37 C, 7 s for drug of 5 mPa s. What is left is metered (both pressures are taken
    /// sealed) and pushes the next packet, so nothing is lost; but the chamber then works at higher pressures than it must. The time is cut
    /// in three, and the mean pressures of the second and the third part tell how much still flows at the end. The artery's waves move such a difference by a
    /// tenth of a packet, so it is judged over sixteen.
    /// </remarks>
    public sealed class EmptyingWatch
    {
        /// <summary>With the travel of the valves, and a fill of its longest, a packet then takes less than 9 s: what a halt may wait for.</summary>
        public const int LongestMs = 4_500;

        private const int Parts = 3;
        private const int AverageShift = 4;
        private const int LengthenPermille = 150;  // of the packet's step still go from the second part to the third: time constant 1.6 s in 3 s
        private const int ShortenPermille = 80;
        private const int StepMs = 50;

        private readonly BoardProfile _board;
        private long _openedMs;
        private int _openMs;
        private long _secondPa;
        private long _thirdPa;
        private int _secondCount;
        private int _thirdCount;
        private long _arteryPa;
        private int _arteryCount;
        private int _lowestPa;
        private int _highestPa;
        private long _closingPa;
        private int _closingCount;
        private long _flowingPaTimes16;
        private long _stepPaTimes16;
        private int _learnedMs;

        public EmptyingWatch(BoardProfile board)
        {
            _board = board;
            _learnedMs = board.EmptyMs;
        }

        /// <summary>Where P2 stood while V2 closed: the artery, with less than half a pulse of error.</summary>
        public bool ArteryKnown => _closingCount > 0;

        public int ArteryPa => _closingCount == 0 ? 0 : (int)(_closingPa / _closingCount);

        /// <summary>How far the chamber went up and down in the second and third part: behind an open way it follows the artery. 0 when nobody saw.</summary>
        public int SwingPa => _highestPa > _lowestPa ? _highestPa - _lowestPa : 0;

        /// <summary>Hardly anything flows any more when V2 closes: no drug that is thick, over the last packets.</summary>
        public bool Rests => _flowingPaTimes16 * Units.FullPermille <= _stepPaTimes16 * LengthenPermille;

        /// <summary>How long V2 stays fully open, within the time that there is.</summary>
        /// <param name="roomMs">Time that the rate leaves for it.</param>
        public int OpenMs(long roomMs)
        {
            int mostMs = MostMs(roomMs);
            return _learnedMs < mostMs ? _learnedMs : mostMs;
        }

        /// <summary>How long it may stay open for whatever reason.</summary>
        public int MostMs(long roomMs) => (int)Units.Clamp(roomMs, _board.EmptyMs, LongestMs);

        /// <summary>V2 is told to open.</summary>
        public void Begin(long nowMs, int openMs)
        {
            _openedMs = nowMs + _board.ValveTravelMs;
            _openMs = openMs;
            _secondPa = 0;
            _thirdPa = 0;
            _secondCount = 0;
            _thirdCount = 0;
            _lowestPa = int.MaxValue;
            _highestPa = int.MinValue;
            _arteryPa = 0;
            _arteryCount = 0;
            _closingPa = 0;
            _closingCount = 0;
        }

        /// <summary>Takes a sample of the chamber while V2 is open.</summary>
        public void Take(Readings readings)
        {
            long timesParts = (readings.ChamberAtMs - _openedMs) * Parts;

            if (!readings.ChamberValid || timesParts < _openMs)
            {
                return;
            }

            _lowestPa = readings.ChamberPa < _lowestPa ? readings.ChamberPa : _lowestPa;
            _highestPa = readings.ChamberPa > _highestPa ? readings.ChamberPa : _highestPa;

            if (timesParts < 2L * _openMs)
            {
                _secondPa += readings.ChamberPa;
                _secondCount++;
            }
            else
            {
                bool third = timesParts < (long)Parts * _openMs; // and not what a closing that waits adds
                _thirdPa += third ? readings.ChamberPa : 0;
                _thirdCount += third ? 1 : 0;
                _arteryPa += readings.CatheterValid ? readings.CatheterPa : 0;
                _arteryCount += readings.CatheterValid ? 1 : 0;
            }
        }

        /// <summary>Takes a sample of the catheter while V2 closes.</summary>
        public void TakeClosing(Readings readings)
        {
            _closingPa += readings.CatheterValid ? readings.CatheterPa : 0;
            _closingCount += readings.CatheterValid ? 1 : 0;
        }

        /// <summary>By how much the artery stood above the full chamber at the end, as P2 says: fluid then came back. 0 when it did not, or nobody saw.</summary>
        /// <param name="offsetPa">What P1 shows more than P2.</param>
        public int BackwardsPa(int fullPa, int offsetPa)
        {
            long beforePa = _arteryCount == 0 ? 0 : _arteryPa / _arteryCount;
            long highestPa = ArteryKnown && ArteryPa > beforePa ? ArteryPa : beforePa;
            long abovePa = _arteryCount == 0 && !ArteryKnown ? 0 : highestPa + offsetPa - fullPa;
            return abovePa > 0 ? (int)abovePa : 0;
        }

        /// <summary>Learns from a packet that has left.</summary>
        /// <param name="stepPa">From the full pressure to the end.</param>
        public void Learn(int stepPa)
        {
            if (_secondCount == 0 || _thirdCount == 0)
            {
                return;
            }

            long flowingPa = (_secondPa / _secondCount) - (_thirdPa / _thirdCount);
            _flowingPaTimes16 += flowingPa - (_flowingPaTimes16 >> AverageShift);
            _stepPaTimes16 += stepPa - (_stepPaTimes16 >> AverageShift);
            long flowingPermille = _flowingPaTimes16 * Units.FullPermille;

            if (flowingPermille > _stepPaTimes16 * LengthenPermille)
            {
                _learnedMs += _learnedMs < LongestMs ? StepMs : 0;
            }
            else if (flowingPermille < _stepPaTimes16 * ShortenPermille)
            {
                _learnedMs -= _learnedMs > _board.EmptyMs ? StepMs : 0;
            }
        }
    }
}
