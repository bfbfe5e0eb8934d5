namespace Haip.Core.Safety
{
    /// <summary>Tells a measured value from one that is stuck: a measured one changes.</summary>
    public sealed class Flatline
    {
        private readonly long _limitMs;
        private long _changedAtMs;
        private int _value;
        private bool _known;

        /// <param name="limitMs">How long a value may stay the same to the last digit.</param>
        public Flatline(long limitMs)
        {
            _limitMs = limitMs;
        }

        /// <summary>Takes the value of this tick.</summary>
        /// <returns>False when it has been the same for too long.</returns>
        public bool Lives(long nowMs, int value)
        {
            if (!_known || value != _value)
            {
                _known = true;
                _value = value;
                _changedAtMs = nowMs;
            }

            return nowMs - _changedAtMs < _limitMs;
        }
    }
}
