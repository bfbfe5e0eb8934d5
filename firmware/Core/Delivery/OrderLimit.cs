namespace Haip.Core.Delivery
{
    /// <summary>One row of <see cref="OrderLimits"/>: outside the hard limits an order is refused, outside the soft ones it must be confirmed.</summary>
    public sealed class OrderLimit
    {
        public readonly OrderField Field;
        public readonly string Unit;
        public readonly int HardLow;
        public readonly int SoftLow;
        public readonly int SoftHigh;
        public readonly int HardHigh;

        /// <summary>Where the numbers come from.</summary>
        public readonly string Source;

        public OrderLimit(OrderField field, string unit, int hardLow, int softLow, int softHigh, int hardHigh, string source)
        {
            Field = field;
            Unit = unit;
            HardLow = hardLow;
            SoftLow = softLow;
            SoftHigh = softHigh;
            HardHigh = hardHigh;
            Source = source;
        }

        /// <summary>Compares one value with this row.</summary>
        public Verdict Judge(int value) =>
            value < HardLow ? Verdict.BelowHardLimit
            : value > HardHigh ? Verdict.AboveHardLimit
            : value < SoftLow || value > SoftHigh ? Verdict.NeedsConfirmation
            : Verdict.Accepted;
    }
}
