namespace Haip.Core.Safety
{
    /// <summary>Tells a measured value from one that is stuck and from one that is mostly noise.</summary>
    /// <remarks>
    /// Stuck is what stays the same to the last digit. Noise is what bends from sample to sample: the second difference of a pressure
    /// or a temperature is small, that of noise is two and a half times its standard deviation, and 1.7 times what it moves by. Averaged over 64 samples, so
    /// that a step (a cough, a lift) is none.
    /// </remarks>
    public sealed class Signal
    {
        private const int RoughShift = 6;

        private const int MostOverRoughest = 4;  // a cough is rough for a moment only
        private const int MostOverNoise = 64;    // of noise however large the bends and the moves keep their proportion

        private readonly long _flatMs;
        private readonly int _roughest;
        private readonly int _jaggedPermille;
        private long _changedAtMs;
        private int _value;
        private int _change;
        private long _roughTimes64;
        private long _bendsTimes64;
        private long _movesTimes64;
        private bool _known;

        /// <param name="flatMs">How long a value may stay the same to the last digit.</param>
        /// <param name="roughest">Largest mean second difference, in the value's unit, that noise may have.</param>
        /// <param name="jaggedPermille">What is rougher is noise only when it also bends by so much of what it moves from sample to sample; 0: at once.</param>
        public Signal(long flatMs, int roughest, int jaggedPermille = 0)
        {
            _flatMs = flatMs;
            _roughest = roughest;
            _jaggedPermille = jaggedPermille;
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
                long bend = Units.Size((long)change - _change);
                _roughTimes64 += Units.Clamp(bend, 0, MostOverRoughest * (long)_roughest) - (_roughTimes64 >> RoughShift);

                if (_jaggedPermille > 0)
                {
                    long most = MostOverNoise * (long)_roughest;
                    _bendsTimes64 += Units.Clamp(bend, 0, most) - (_bendsTimes64 >> RoughShift);
                    _movesTimes64 += Units.Clamp(Units.Size(change), 0, most) - (_movesTimes64 >> RoughShift);
                }

                _change = change;
                _known = true;
                _value = value;
                _changedAtMs = nowMs;
            }

            bool rough = _roughTimes64 >> RoughShift > _roughest && _bendsTimes64 * Units.FullPermille >= _movesTimes64 * _jaggedPermille;
            return nowMs - _changedAtMs < _flatMs && !rough;
        }
    }
}
