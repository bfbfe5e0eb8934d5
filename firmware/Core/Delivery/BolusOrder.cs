namespace Haip.Core.Delivery
{
    /// <summary>A volume given at its own rate, on top of whatever runs.</summary>
    public sealed class BolusOrder
    {
        public BolusKind Kind;
        public int VolumeNl;
        public int RateNlPerHour;
    }
}
