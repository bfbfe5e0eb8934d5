namespace Haip.Core.Delivery
{
    /// <summary>Integrates a rate into a volume without losing a drop to rounding.</summary>
    /// <remarks>
    /// Sums the natural product (nL/h x ms) and divides only when read: a division in every tick would lose up to a nanolitre ten
    /// times a second. A long holds 1 mL/h for 292 years.
    /// </remarks>
    public sealed class VolumeIntegral
    {
        private const long FlPerNlPerHourMsTimes18 = 5; // a million femtolitres in 3.6 million ms

        private long _nlPerHourTimesMs;

        /// <summary>Total so far, rounded towards zero.</summary>
        public long TotalNl => _nlPerHourTimesMs / Units.MsPerHour;

        /// <summary><see cref="TotalNl"/> to the femtolitre, for sums over many small volumes.</summary>
        public long TotalFl => _nlPerHourTimesMs * FlPerNlPerHourMsTimes18 / 18;

        /// <summary>Adds one interval of constant flow. Reverse flow subtracts.</summary>
        public void Add(int rateNlPerHour, long durationMs) => _nlPerHourTimesMs += rateNlPerHour * durationMs;

        /// <summary>Starts again at zero.</summary>
        public void Reset() => _nlPerHourTimesMs = 0;
    }
}
