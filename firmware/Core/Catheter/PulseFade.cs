namespace Haip.Core.Catheter
{
    /// <summary>Whether the pulse at P2 has become smaller while the mean stayed: a narrow and compliant catheter damps it.</summary>
    /// <remarks>
    /// Compliance and resistance are a low-pass filter: 0.4 of the pulse is left at thirty times the resistance and 120 nL/kPa, all of
    /// it at 15 nL/kPa. A falling blood pressure makes the pulse smaller too, but takes the mean along, and the pulse hardly ever further than the mean: so
    /// much of it is expected as is left of the mean. Both are compared with what this patient has shown over the last hours.
    /// </remarks>
    public sealed class PulseFade
    {
        /// <summary>The most that a pulse faded to less than <see cref="FadedPermille"/> adds to what packets say: half a proof, in thousandths of a nat.</summary>
        public const int MostPermille = 11_000;

        /// <summary>Of the usual pulse. An irregular heart's stays above.</summary>
        public const int FadedPermille = 780;

        /// <summary>So little of the pulse, with the mean as it was, is a damped way whatever the packets show: a catheter so compliant smears their rise.</summary>
        public const int DampedPermille = 480;

        private const int StepPermille = 1_000;
        private const int RecentShift = 3;       // eight packets: an irregular heart's strong and weak beats
        private const int UsualShift = 9;        // a pulse that fades may be the catheter's: two hours. One that grows, and the mean, as long: after a crisis both are back where they were
        private const int HeldShift = 13;        // what faded in a catheter that is proven narrow becomes usual in a day at the earliest
        private const int LowMeanPa = 10_000;    // 75 mmHg: below it blood pressure is low, whatever is usual
        private const int ScaleShift = 9;
        private const int FewestPackets = 32;

        private int _recent;                     // Pa x 512
        private int _usual;                      // Pa x 512
        private int _usualMean;                  // Pa x 512
        private int _packets;
        private int _permille;

        /// <summary>The pulse of the last packets in thousandths of this patient's usual one.</summary>
        public int LeftPermille { get; private set; } = Units.FullPermille;

        /// <summary>What the fading adds to the suspicion, from 0 to a proof.</summary>
        public int Permille => _permille;

        /// <summary>Once a packet.</summary>
        /// <param name="pulsePa">Standard deviation, with the path open to it.</param>
        /// <param name="narrow">The catheter is proven narrow.</param>
        public void Take(int pulsePa, int meanPa, bool narrow)
        {
            if (_packets == 0)
            {
                _recent = pulsePa << ScaleShift;
                _usual = _recent;
                _usualMean = meanPa << ScaleShift;
            }

            _packets = _packets < FewestPackets ? _packets + 1 : _packets;
            int young = FewestPackets - _packets; // at first everything counts more
            _recent += ((pulsePa << ScaleShift) - _recent) >> RecentShift;
            int away = _recent - _usual;
            int usualShift = young > 0 ? RecentShift : narrow && away < 0 ? HeldShift : UsualShift;
            _usual += away >> usualShift;
            int meanAway = (meanPa << ScaleShift) - _usualMean;
            _usualMean += meanAway >> (young > 0 ? RecentShift : UsualShift);
            LeftPermille = _usual > 0 ? (int)((long)_recent * Units.FullPermille / _usual) : Units.FullPermille;

            int usualMeanPa = _usualMean >> ScaleShift;
            long expectedPermille = (long)meanPa * Units.FullPermille / (usualMeanPa > LowMeanPa ? usualMeanPa : LowMeanPa);
            expectedPermille = Units.Clamp(expectedPermille, 0, Units.FullPermille);
            bool faded = young == 0 && LeftPermille * Units.FullPermille < FadedPermille * expectedPermille;
            bool damped = LeftPermille * Units.FullPermille < DampedPermille * expectedPermille;

            // One packet below the second limit is chance: from half a proof on a pulse that is only faded leads back to the half.
            int step = !faded ? -2 * StepPermille : damped || _permille < MostPermille ? StepPermille : _permille > MostPermille ? -StepPermille : 0;
            _permille = (int)Units.Clamp(_permille + step, 0, NarrowingEstimator.ProvenPermille);
        }
    }
}
