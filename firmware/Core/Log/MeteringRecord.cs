namespace Haip.Core.Log
{
    /// <summary>What the pump has learned about its two measures since the bench saw them.</summary>
    /// <code>
    /// byte  0        4               8        12            16               20
    ///       refills  flow gain       drift    uncertainty   calibration      (end)
    ///       i32 ppm  i32 ppm, 0 new  i32 ppm  i32 ppm       u32, its version
    /// </code>
    public sealed class MeteringRecord
    {
        public const int Length = 20;

        /// <summary>Refills may take so much drug away in total, and add half of that: with the flow sensor's 5 % it stays below what the supervisor lets an order differ by.</summary>
        public const int MostLessDrugPpm = 30_000;
        public const int MostMoreDrugPpm = 15_000;

        /// <summary>A flow sensor further off is broken: twice its data sheet.</summary>
        public const int MostGainOffPpm = 100_000;

        private const int MostPpm = 250_000;

        /// <summary>What refills have added to the chamber's compliance. Positive is less drug: every packet counts as more.</summary>
        public int RefillPpm;

        /// <summary>What the flow sensor shows of each volume that the chamber holds; 0 as long as it is not known.</summary>
        public int FlowGainPpm;

        /// <summary>How much more of every packet the flow sensor saw than the chamber, at the end.</summary>
        public int DriftPpm;

        /// <summary>How well the chamber's compliance is known (one standard uncertainty); 0 as the calibration says.</summary>
        public int UncertaintyPpm;

        /// <summary>The calibration that all of this goes with.</summary>
        public uint CalibrationVersion;

        /// <summary>Values that a pump can have written.</summary>
        public bool IsPlausible =>
            RefillPpm >= -MostMoreDrugPpm && RefillPpm <= MostLessDrugPpm
            && (FlowGainPpm == 0 || Units.Size((long)FlowGainPpm - Units.FullPpm) <= MostGainOffPpm)
            && Units.Size((long)DriftPpm) <= MostPpm
            && UncertaintyPpm >= 0 && UncertaintyPpm <= MostPpm;

        /// <summary>As a pump has it that has just been calibrated.</summary>
        public void Begin(uint calibrationVersion, int flowGainPpm)
        {
            RefillPpm = 0;
            FlowGainPpm = flowGainPpm;
            DriftPpm = 0;
            UncertaintyPpm = 0;
            CalibrationVersion = calibrationVersion;
        }

        public void Write(byte[] buffer)
        {
            LittleEndian.Write32(buffer, 0, (uint)RefillPpm);
            LittleEndian.Write32(buffer, 4, (uint)FlowGainPpm);
            LittleEndian.Write32(buffer, 8, (uint)DriftPpm);
            LittleEndian.Write32(buffer, 12, (uint)UncertaintyPpm);
            LittleEndian.Write32(buffer, 16, CalibrationVersion);
        }

        public void Read(byte[] buffer)
        {
            RefillPpm = (int)LittleEndian.Read32(buffer, 0);
            FlowGainPpm = (int)LittleEndian.Read32(buffer, 4);
            DriftPpm = (int)LittleEndian.Read32(buffer, 8);
            UncertaintyPpm = (int)LittleEndian.Read32(buffer, 12);
            CalibrationVersion = LittleEndian.Read32(buffer, 16);
        }
    }
}
