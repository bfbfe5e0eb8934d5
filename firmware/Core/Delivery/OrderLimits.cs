namespace Haip.Core.Delivery
{
    /// <summary>The limits of every number in an order. To change one: change its row; documents are printed from here.</summary>
    public static class OrderLimits
    {
        private const string Therapy = "0.1 to 3 mL/day: range of implanted pumps for the hepatic artery; usual 0.5 to 2 mL/day";
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
            new(OrderField.BolusDayVolume,      "nL",           0,        0, 2_000_000,  5_000_000, "all boluses within 25 hours, the new one included: one largest flush, or a therapy of 3 mL/day would end in the supervisor's limit of a day"),
        };
#pragma warning restore format

        /// <summary>Judges one number of an order.</summary>
        public static Verdict Judge(OrderField field, int value) => Rows[(int)field].Judge(value);
    }
}
