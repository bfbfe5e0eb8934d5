namespace Haip.Core.Metering
{
    /// <summary>Tells a leak under the packet's own pressure from noise: the fall within the few samples of the full, sealed chamber, averaged over packets.</summary>
    /// <remarks>
    /// A single fall is noise with the standard deviation of a sample. Sixteen leave 0.18 of it: 1.5 Pa of 8 Pa, and 3 Pa of 16 Pa. So the quick limit follows the noise that
    /// this sensor shows, and a second average over 128 packets, which leaves 0.06 of it, keeps the limit of a quiet sensor.
    /// </remarks>
    public sealed class FullChamberFall
    {
        /// <summary>A leak of 33 uL/h makes more.</summary>
        public const int LargestPa = 9;

        private const int FastShift = 4;
        private const int SlowShift = 7;
        private const int NoiseShift = 8;       // slow: through a valve that leaks the pulse comes in and looks like noise, and must not hide the leak
        private const int FirstNoiseShift = 4;
        private const int FirstNoisePa = 12;
        private const int MarginShare = 8;      // without it one alarm in some hundred days was noise
        private const int HalfPaTimes256 = 1 << (NoiseShift - 1);
        private const int MostShare = 3;        // no change counts as more than three times the noise

        private int _fastPaTimes16;
        private int _slowPaTimes128;
        private int _noisePaTimes256 = FirstNoisePa << NoiseShift;
        private int _noiseShift = FirstNoiseShift;
        private int _lastPa;
        private int _packets;

        /// <summary>By how much one fall differs from the next on average: 1.13 standard deviations of a sample. An eighth more is 7 standard deviations of the quick average.</summary>
        public int NoisePa => (_noisePaTimes256 + HalfPaTimes256) >> NoiseShift;

        /// <summary>Takes a packet's fall in 100 ms.</summary>
        /// <returns>True when the chamber leaks; it is judged afresh from then on.</returns>
        public bool Leaks(int fallPa)
        {
            int quickPa = NoisePa + (NoisePa / MarginShare);
            int limitPa = quickPa > LargestPa ? quickPa : LargestPa;
            int changePa = (int)Units.Clamp(Units.Size(fallPa - _lastPa), 0, MostShare * limitPa);
            _packets += _noiseShift < NoiseShift ? 1 : 0;
            _noiseShift += _packets > 2 << _noiseShift ? 1 : 0; // the first ones count like a plain mean
            _lastPa = fallPa;
            _fastPaTimes16 += fallPa - (_fastPaTimes16 >> FastShift);
            _slowPaTimes128 += fallPa - (_slowPaTimes128 >> SlowShift);
            _noisePaTimes256 += ((changePa << NoiseShift) - _noisePaTimes256 + (1 << _noiseShift >> 1)) >> _noiseShift;
            bool leaks = Units.Size(_fastPaTimes16) > limitPa << FastShift || Units.Size(_slowPaTimes128) > LargestPa << SlowShift;

            if (leaks)
            {
                _fastPaTimes16 = 0;
                _slowPaTimes128 = 0;
            }

            return leaks;
        }
    }
}
