namespace Haip.Core.Delivery
{
    /// <summary>What boluses brought of the drug: one a day may be harmless where twenty are not.</summary>
    /// <remarks>Counted until a day has passed without any, which is never too little. A reset forgets it.</remarks>
    public sealed class BolusDoses
    {
        private const long DayMs = 24L * Units.MsPerHour;

        private long _sumUg;
        private long _lastMs;

        /// <summary>The sum that counts now.</summary>
        public long OfDayUg(long nowMs) => nowMs - _lastMs < DayMs ? _sumUg : 0;

        /// <summary>A bolus was taken.</summary>
        /// <param name="doseUg">What it will bring.</param>
        public void Add(long doseUg, long nowMs)
        {
            _sumUg = OfDayUg(nowMs) + doseUg;
            _lastMs = nowMs;
        }
    }
}
