namespace Haip.Core.Catheter
{
    /// <summary>The last ten seconds of P2, weighed as the mean over one beat sees them while it slides along.</summary>
    /// <remarks>
    /// A mean over one whole beat has no pulse in it wherever it begins, as long as the heart is regular. One that slides keeps what lies between its
    /// neighbours, where means of one beat after the other fold breathing onto the packet's own frequencies: a heart of 50 a minute then left six times the scatter.
    /// </remarks>
    public sealed class SlidingBeat
    {
        private const int PieceMs = 100;     // of 200 a beat above 100 a minute is no whole number, and lets some of its pulse through
        private const int PieceCount = 144;   // ten seconds, and three beats of a slow heart
        private const int PiecesAtOnce = 30;
        private const int ScaleShift = 4;
        private const int PeriodShift = 2;
        private const int WanderShift = 3;
        private const int SteadyDivisor = 12; // beats that differ by less than a twelfth: 8 %

        private readonly int[] _meanPa = new int[PieceCount];
        private readonly int[] _durationMs = new int[PieceCount];
        private int _next;
        private int _areaPaMs;
        private int _restMs;
        private int _beforePa;
        private int _periodTimes16;
        private int _wanderTimes16;
        private int _at;
        private int _left;
        private int _endMs;
        private int _halfMs;
        private int _originPa;
        private long _sum;

        /// <summary>So long after a moment its weight is known: half a beat, and the piece that it lies in.</summary>
        public int LateMs => (_periodTimes16 >> (ScaleShift + 1)) + PieceMs;

        /// <summary>The heart beats regularly enough for this to be the better way.</summary>
        public bool IsSteady => _wanderTimes16 * SteadyDivisor < _periodTimes16;

        /// <summary>Takes a sample.</summary>
        /// <param name="broken">What was known before does not belong to it.</param>
        public void Take(int stepMs, int catheterPa, bool broken)
        {
            if (broken)
            {
                _areaPaMs = 0;
                _restMs = 0;
            }
            else
            {
                _areaPaMs += (_beforePa + catheterPa) * stepMs / 2;
                _restMs += stepMs;
            }

            _beforePa = catheterPa;

            if (_restMs >= PieceMs)
            {
                _meanPa[_next] = _areaPaMs / _restMs;
                _durationMs[_next] = _restMs;
                _next = (_next + 1) % PieceCount;
                _areaPaMs = 0;
                _restMs = 0;
            }
        }

        /// <summary>Learns how long beats are, and how alike.</summary>
        public void TakeBeat(int durationMs)
        {
            int awayTimes16 = (durationMs << ScaleShift) - _periodTimes16;
            _wanderTimes16 += ((awayTimes16 < 0 ? -awayTimes16 : awayTimes16) - _wanderTimes16) >> WanderShift;
            _periodTimes16 += awayTimes16 >> PeriodShift;
        }

        /// <summary>What was weighed last.</summary>
        public int WeighedPa { get; private set; }

        /// <summary>Begins to weigh what is held now.</summary>
        /// <param name="nowMs">Where the last sample lies in the window.</param>
        /// <param name="originPa">A pressure near all of them.</param>
        public void Begin(int nowMs, int originPa)
        {
            _at = _next;
            _left = PieceCount;
            _endMs = nowMs - _restMs;
            _halfMs = _periodTimes16 >> (ScaleShift + 1);
            _originPa = originPa;
            _sum = 0;
        }

        /// <summary>Goes on weighing, a part in each tick: all at once would be more than half of the longest one.</summary>
        /// <returns>True when it is done.</returns>
        public bool GoOn()
        {
            // In the longest tick there is: locals spare the interpreter 700 of its instructions.
            int at = _at;
            int endMs = _endMs;
            int halfMs = _halfMs;
            int originPa = _originPa;
            int last = _left > PiecesAtOnce ? _left - PiecesAtOnce : 0;
            int left = _left;
            long sum = _sum;

            while (left > last)
            {
                if (endMs <= -halfMs)
                {
                    last = 0;
                    left = 1;
                }

                left--;
                at = at == 0 ? PieceCount - 1 : at - 1;
                int durationMs = _durationMs[at];
                int middleMs = endMs - (durationMs / 2);
                sum += (long)(_meanPa[at] - originPa) * durationMs * (BumpWeights.SumAt(middleMs + halfMs) - BumpWeights.SumAt(middleMs - halfMs));
                endMs -= durationMs;
            }

            _at = at;
            _endMs = endMs;
            _left = left;
            _sum = sum;

            if (left > 0)
            {
                return false;
            }

            WeighedPa = _halfMs == 0 ? 0 : (int)(_sum / (2 * _halfMs) / BumpWeights.UnitPermille);
            return true;
        }
    }
}
