namespace Haip.Core.Delivery
{
    /// <summary>The limits of every number in an order. To change one: change its row; documents are printed from here.</summary>
    public static class OrderLimits
    {
        private const string Therapy = "0.1 to 3 mL/day: range of implanted pumps for the hepatic artery; usual 0.5 to 2 mL/day";
        private const string Label = "floxuridine: 0.12 mg/kg/day is usual, 0.3 the most that was given without harm to half of the patients";
        private const string Speed = "a packet of 1.2 uL every 7 s is what valves and restrictor allow";

#pragma warning disable format // columns
        public static readonly OrderLimit[] Rows =
        {
            //   field                            unit    hard low  soft low  soft high   hard high  source
            new(OrderField.TherapyRate,         "nL/h",     4_160,   20_800,    83_400,    125_000, Therapy),
            new(OrderField.TherapyDuration,     "h",            1,       24,       504,      1_440, "14 days of drug, then 14 days of saline, at most 60 days"),
            new(OrderField.SegmentCount,        "",             1,        1,         8,          8, "circadian delivery needs at least 4 segments"),
            new(OrderField.SegmentStart,        "min",          0,        0,     1_439,      1_439, "minute of the UTC day: the pump knows no time zone"),
            new(OrderField.PatencyRate,         "nL/h",     4_160,    4_160,    20_850,     41_700, "0.1 to 0.5 mL/day keeps the artery open; never above 1 mL/day"),
            new(OrderField.FlushVolume,         "nL",      50_000,   50_000, 2_000_000,  5_000_000, "dead volume of the catheter is 0.11 mL"),
            new(OrderField.FlushRate,           "nL/h",    20_000,   50_000,   600_000,    600_000, Speed),
            new(OrderField.PerfusionTestVolume, "nL",      50_000,   50_000,   500_000,  1_000_000, "dead volume of the catheter and a little more"),
            new(OrderField.PerfusionTestRate,   "nL/h",    20_000,   50_000,   600_000,    600_000, Speed),
            new(OrderField.ReservoirFill,       "nL",   1_000_000, 5_000_000, 30_000_000, 50_000_000, "reservoirs of implanted pumps hold 16 to 50 mL"),
            new(OrderField.ResumeWithin,        "min",          0,        0,       120,        240, "0 waits for a person after a loss of power; an artery without flow clots within hours"),
            new(OrderField.DrugId,              "",               0,        0,    65_535,     65_535, "the hospital's own number"),
            new(OrderField.DrugNature,          "",               1,        1,         2,          2, "carrier or cytotoxic"),
            new(OrderField.Concentration,       "ug/mL",        100,    1_000,    10_000,     50_000, "6 to 8 mg/mL give 70 kg their usual dose at 1 to 1.3 mL/day"),
            new(OrderField.PatientWeight,       "g",         20_000,   40_000,   130_000,    250_000, "adults; a weight in pounds or with a slipped point stands out"),
            new(OrderField.DoseLimit,           "ug/day",       100,    1_000,    30_000,     75_000, Label),
            new(OrderField.DosePerKgLimit,      "ug/kg/day",     10,       50,       120,        300, Label),
            new(OrderField.DailyDose,           "ug/day",         0,        0,    75_000,     75_000, "concentration x rate; never above what the drug's limits and the weight allow"),
            new(OrderField.PerfusionScan,       "",               0,        0,         1,          1, "1 is accepted; 9 % of scans show drug beside the liver"),
            new(OrderField.ChamberCompliance,   "fL/Pa",     90_000,   95_000,   105_000,    110_000, "a chamber further from nominal is none of ours"),
            new(OrderField.WallClock,           "s",  1_767_225_600, 1_767_225_600, 2_145_916_799, 2_145_916_799, "since 1970, UTC: the years 2026 to 2037"),
            new(OrderField.ResidualVolume,      "nL",             0,        0, 50_000_000, 50_000_000, "drawn out before the refill"),
            new(OrderField.BolusDayVolume,      "nL",           0,        0, 2_000_000,  5_000_000, "all boluses within 25 hours, the new one included: one largest flush, or a therapy of 3 mL/day would end in the supervisor's limit of a day"),
            new(OrderField.ComplianceChange,    "ppm/C",   -5_000,        0,     4_000,      5_000, "of the chamber; more is no silicone"),
            new(OrderField.CalibrationTemperature, "mC",   32_000,   36_000,    38_000,     42_000, "where the drug's thermometer is believed"),
            new(OrderField.FlowGain,            "ppm",    900_000,  950_000, 1_050_000,  1_100_000, "what the flow sensor shows of each volume: 5 % by its data sheet"),
            new(OrderField.FlowGainChange,      "ppm/C",   -5_000,   -2_000,     2_000,      5_000, "0.1 % for each degree by the data sheet"),
        };
#pragma warning restore format

        /// <summary>Judges one number of an order.</summary>
        public static Verdict Judge(OrderField field, int value) => Rows[(int)field].Judge(value);
    }
}
