namespace Haip.Core.Metering
{
    /// <summary>Tells a leak of V2 from what the sealed chamber does between packets: one fall after another is different.</summary>
    /// <remarks>
    /// Waves leave the chamber a few hundred pascals above or below the artery's mean. Through a leaking V2 it goes there while it rests, upwards as often as downwards, and
    /// most rests show little. Three leaky rests in a row then come by chance, after minutes or half an hour. The size of the changes from rest to rest, averaged
    /// over sixteen, does not depend on chance. A leak of V1 is the same in every rest and changes nothing.
    /// </remarks>
    public sealed class RestWander
    {
        private const int AverageShift = 4;
        private const int NoisePercent = 180;  // of noise alone 71 to 81 are left, with a standard deviation of 14
        private const int MostShare = 4;       // no change counts as more than four times the limit

        private int _lastPa;
        private int _changePaTimes16;
        private int _limitPaTimes16;
        private bool _known;

        /// <summary>Takes a rest.</summary>
        /// <param name="fellPa">What the sealed chamber fell by.</param>
        /// <param name="limitPa">What a leak that is one would have made of this rest.</param>
        /// <param name="noisePa">By how much one fall of a tight chamber in 100 ms differs from the next: <see cref="FullChamberFall.NoisePa"/>.</param>
        /// <returns>True when the chamber leaks; it is judged afresh from then on.</returns>
        public bool Leaks(int fellPa, int limitPa, int noisePa)
        {
            int quietPa = noisePa * NoisePercent / 100;
            limitPa = limitPa > quietPa ? limitPa : quietPa;

            if (!_known)
            {
                _limitPaTimes16 = limitPa << AverageShift;
                _lastPa = fellPa;
                _known = true;
            }

            _changePaTimes16 += (int)Units.Clamp(Units.Size(fellPa - _lastPa), 0, MostShare * limitPa) - (_changePaTimes16 >> AverageShift);
            _limitPaTimes16 += limitPa - (_limitPaTimes16 >> AverageShift);
            _lastPa = fellPa;
            bool leaks = _changePaTimes16 > _limitPaTimes16;
            _changePaTimes16 = leaks ? 0 : _changePaTimes16;
            return leaks;
        }
    }
}
