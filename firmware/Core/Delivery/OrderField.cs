namespace Haip.Core.Delivery
{
    /// <summary>A number in an order. Values index <see cref="OrderLimits.Rows"/> and travel over the air: never reuse one.</summary>
    public enum OrderField
    {
        TherapyRate = 0,
        TherapyDuration = 1,
        SegmentCount = 2,
        SegmentStart = 3,
        PatencyRate = 4,
        FlushVolume = 5,
        FlushRate = 6,
        PerfusionTestVolume = 7,
        PerfusionTestRate = 8,
        ReservoirFill = 9,
        ResumeWithin = 10,

        /// <summary>All boluses of a day together, the one that is ordered included.</summary>
        BolusDayVolume = 11,
    }
}
