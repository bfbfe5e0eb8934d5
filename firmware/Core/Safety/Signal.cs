namespace Haip.Core.Safety
{
    /// <summary>Tells a measured value from one that is stuck and from one that is mostly noise.</summary>
    /// <remarks>
    /// Stuck is what stays the same to the last digit. Noise is what bends from sample to sample: the second difference of a pressure
    /// or a temperature is small, that of noise is two and a half times its standard deviation. Averaged over 64 samples, so
    /// that a step (a cough, a lift) is none.
    /// </remarks>
    public sealed class Signal
    {
        private const int RoughShift = 6;

        private const int MostOverRoughest = 4; // a cough is rough for a moment only

        private readonly long _flatMs;
        private readonly int _roughest;
        private long _changedAtMs;
        private int _value;
        private int _change;
        private long _roughTimes64;
        private bool _known;

        /// <param name="flatMs">How long a value may stay the same to the last digit.</param>
        /// <param name="roughest">Largest mean second difference, in the value's unit.</param>
        public Signal(long flatMs, int roughest)
        {
            _flatMs = flatMs;
            _roughest = roughest;
        }

        /// <summary>Begins again after a pause: what happened in between is no step.</summary>
        public void Restart(int value)
        {
            _value = value;
            _change = 0;
        }

        /// <summary>Takes the value of this tick.</summary>
        /// <returns>False when it is not to be believed.</returns>
        public bool Lives(long nowMs, int value)
        {
            if (!_known || value != _value)
            {
                int change = _known ? value - _value : 0;
                _roughTimes64 += Units.Clamp(Units.Size((long)change - _change), 0, MostOverRoughest * (long)_roughest) - (_roughTimes64 >> RoughShift);
                _change = change;
                _known = true;
                _value = value;
                _changedAtMs = nowMs;
            }

            return nowMs - _changedAtMs < _flatMs && _roughTimes64 >> RoughShift <= _roughest;
        }
    }
}
