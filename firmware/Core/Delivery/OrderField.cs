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
        DrugId = 11,
        DrugNature = 12,
        Concentration = 13,
        PatientWeight = 14,
        DoseLimit = 15,
        DosePerKgLimit = 16,

        /// <summary>What all orders together would bring in a day; judged against the drug's own limits too.</summary>
        DailyDose = 17,
        PerfusionScan = 18,
        ChamberCompliance = 19,
        WallClock = 20,
        ResidualVolume = 21,

        /// <summary>All boluses of a day together, the one that is ordered included.</summary>
        BolusDayVolume = 22,
        ComplianceChange = 23,
        CalibrationTemperature = 24,
        FlowGain = 25,
        FlowGainChange = 26,
    }
}
