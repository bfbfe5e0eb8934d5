namespace Haip.Core.Metering
{
    /// <summary>Finds small jumps of what the flow sensor sees beyond the chamber, and follows them until they have gone: bubbles too small for the alarm.</summary>
    /// <remarks>
    /// A one-sided cumulative sum (Page, Biometrika 41, 1954): what a packet exceeds its own average by, less an allowance, is summed while the sum is positive.
    /// A fever changes both instruments by as much as nobody knows, but never by more than <see cref="MostPpmPerC"/>: so much of a difference is
    /// the temperature's for as far as it is from its own average of the same length, and no jump. What stays longer than a bubble is none.
    /// </remarks>
    public sealed class BubbleWatch
    {
        /// <summary>What chamber and flow sensor may together depend on temperature more than is corrected.</summary>
        public const int MostPpmPerC = 2_500;

        /// <summary>A bubble of 0.23 uL dissolves in a third of this at 1.3 mL/day.</summary>
        public const int LongestPackets = 4_096;

        private const int AveragePackets = 64;
        private const int AllowancePpm = 3_500;
        private const int AllowancePercent = 70;      // of the noise
        private const int LimitNoises = 15;
        private const int OutlierNoises = 4;
        private const int LeastNoisePpm = 500;
        private const int SizeShift = 4;              // noise of 0.7 % leaves 0.13 %
        private const int GonePpm = 2_000;
        private const int FinePerUnit = 256;          // averages keep what a division would drop
        private const int Percent = 100;
        private const int MilliCPerC = 1_000;

        private int _count;
        private int _meanFine;
        private int _noiseFine;
        private int _milliCFine;
        private int _sumPpm;
        private int _sumPackets;
        private int _beforeFine;
        private int _sizeFine;
        private int _foundPackets;

        /// <summary>What the chamber does not show of a packet because of a small bubble. Never negative.</summary>
        public int UnseenPpm { get; private set; }

        /// <summary>A jump has been found and has not gone.</summary>
        public bool Found => _foundPackets > 0;

        /// <summary>Forgets all.</summary>
        public void Restart()
        {
            _count = 0;
            _meanFine = 0;
            _noiseFine = 0;
            _milliCFine = 0;
            End();
        }

        /// <summary>Takes a packet.</summary>
        /// <param name="morePpm">By how much the flow sensor saw more than the chamber; at most a quarter either way.</param>
        /// <param name="leastPpm">The average of far more packets, at most a quarter: no jump, however small the average of the last ones is.</param>
        public void Take(int morePpm, int leastPpm, int drugMilliC)
        {
            if (Found)
            {
                Follow(morePpm, drugMilliC);
                return;
            }

            int noisePpm = (int)Units.Clamp(_noiseFine / FinePerUnit, LeastNoisePpm, Units.FullPpm);
            long outlierPpm = _count < AveragePackets ? Units.FullPpm : OutlierNoises * noisePpm;

            if (_count == AveragePackets)
            {
                int fromFine = _meanFine > leastPpm * FinePerUnit ? _meanFine : leastPpm * FinePerUnit;
                Sum((int)Units.Clamp(morePpm - (fromFine / FinePerUnit), -outlierPpm, outlierPpm) - AllowedPpm(noisePpm, drugMilliC), fromFine);

                if (_sumPpm > LimitNoises * noisePpm)
                {
                    Begin(AllowedPpm(noisePpm, drugMilliC));
                    return;
                }
            }

            _count += _count < AveragePackets ? 1 : 0;
            int beyondFine = (int)Units.Clamp(morePpm - (_meanFine / FinePerUnit), -outlierPpm, outlierPpm) * FinePerUnit;
            _meanFine += beyondFine / _count;
            _noiseFine += ((int)Units.Size(beyondFine) - _noiseFine) / _count;
            _milliCFine += ((drugMilliC * FinePerUnit) - _milliCFine) / _count;
        }

        private int AllowedPpm(int noisePpm, int drugMilliC)
        {
            int noiseAllowedPpm = noisePpm * AllowancePercent / Percent;
            return (noiseAllowedPpm > AllowancePpm ? noiseAllowedPpm : AllowancePpm) + WarmthPpm(drugMilliC);
        }

        private int WarmthPpm(int drugMilliC) => (int)(Units.Size(drugMilliC - (_milliCFine / FinePerUnit)) * MostPpmPerC / MilliCPerC);

        private void Sum(int excessPpm, int fromFine)
        {
            if (_sumPpm == 0)
            {
                _beforeFine = fromFine;
                _sumPackets = 0;
            }

            _sumPackets++;
            _sumPpm = _sumPpm + excessPpm > 0 ? _sumPpm + excessPpm : 0;
        }

        // The jump is measured, from here on, from what it was before the first packet of the sum.
        private void Begin(int allowedPpm)
        {
            _meanFine = _beforeFine;
            _sizeFine = ((_sumPpm / _sumPackets) + allowedPpm) * FinePerUnit;
            _foundPackets = 1;
        }

        private void Follow(int morePpm, int drugMilliC)
        {
            _sizeFine += ((morePpm * FinePerUnit) - _meanFine - _sizeFine) >> SizeShift;
            _foundPackets++;
            UnseenPpm = (int)Units.Clamp((_sizeFine / FinePerUnit) - WarmthPpm(drugMilliC), 0, Units.FullPpm);

            if (_sizeFine < GonePpm * FinePerUnit)
            {
                End();
            }
            else if (_foundPackets > LongestPackets)
            {
                Restart();
            }
        }

        private void End()
        {
            _sumPpm = 0;
            _foundPackets = 0;
            UnseenPpm = 0;
        }
    }
}
