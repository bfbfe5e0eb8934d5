namespace Haip.Core.Catheter
{
    /// <summary>The last ten seconds of P2, weighed as the mean over one beat sees them while it slides along.</summary>
    /// <remarks>
    /// A mean over one whole beat has no pulse in it wherever it begins, as long as the heart is regular. One that slides keeps what lies between its
    /// neighbours, where means of one beat after the other fold breathing onto the packet's own frequencies: a heart of 50 a minute then left six times the scatter.
    /// </remarks>
    public sealed class SlidingBeat
    {
        private const int PieceMs = 200;
        private const int PieceCount = 64;
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

        /// <summary>The weighed pressure.</summary>
        /// <param name="nowMs">Where the last sample lies in the window.</param>
        /// <param name="originPa">A pressure near all of them.</param>
        public int Weigh(int nowMs, int originPa)
        {
            int halfMs = _periodTimes16 >> (ScaleShift + 1);

            if (halfMs == 0)
            {
                return 0;
            }

            long sum = 0;
            int endMs = nowMs - _restMs;
            int i = _next;

            for (int n = 0; n < PieceCount && endMs > -halfMs; n++)
            {
                i = (i + PieceCount - 1) % PieceCount;
                int durationMs = _durationMs[i];
                int middleMs = endMs - (durationMs / 2);
                sum += (long)(_meanPa[i] - originPa) * durationMs * (BumpWeights.SumAt(middleMs + halfMs) - BumpWeights.SumAt(middleMs - halfMs));
                endMs -= durationMs;
            }

            return (int)(sum / (2 * halfMs) / BumpWeights.UnitPermille);
        }
    }
}
