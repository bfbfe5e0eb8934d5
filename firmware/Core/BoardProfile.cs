namespace Haip.Core
{
    /// <summary>What the pump is told about the hardware it runs on: nominal values, and what bench calibration replaced.</summary>
    public sealed class BoardProfile
    {
        /// <summary>Compliance of the metering chamber as it was designed: 100 nL/kPa.</summary>
        public const int NominalChamberFlPerPa = 100_000;

        /// <summary>Compliance of the metering chamber: volume = pressure step x this. From gravimetric calibration.</summary>
        public int ChamberFlPerPa = NominalChamberFlPerPa;

        /// <summary>What the compliance gains for each degree above the calibration's temperature. Silicone softens by 1 to 3 permille per degree (assumed; the bench measures it).</summary>
        public int ChamberPpmPerC = 2_000;

        /// <summary>The drug's temperature while the chamber was calibrated.</summary>
        public int CalibratedMilliC = 37_000;

        /// <summary>What the flow sensor shows of each volume that the chamber holds, as the bench found; 0 when it was not measured.</summary>
        public int FlowGainPpm;

        /// <summary>What the flow sensor's gain changes per degree. Data sheets of its class bound it (0.9 to 2 permille, LG16 and LD20) and give no sign: unless the bench measured it, none is assumed.</summary>
        public int FlowPpmPerC;

        /// <summary>Which calibration these numbers come from; 0 for none.</summary>
        public uint CalibrationVersion;

        /// <summary>Nominal compliance of catheter and connectors, used only to judge whether fluid stayed in them.</summary>
        public int CatheterFlPerPa = 120_000;

        /// <summary>Full travel of a valve with margin: Takasago SMV-2R-AN1F, 600 ms.</summary>
        public int ValveTravelMs = 700;

        /// <summary>How long V1 stays fully open before it closes: four time constants of chamber and pump.</summary>
        public int FillMs = 300;

        /// <summary>How long V2 stays fully open: three time constants of restrictor and chamber at 37 C.</summary>
        public int EmptyMs = 3_000;

        /// <summary>Rest before a pressure counts as settled.</summary>
        public int SettleMs = 50;

        /// <summary>Pressure at which the micro-pump stalls, per volt of drive: mp6 on the mp-Lowdriver, 275 mbar at 150 Vpp.</summary>
        public int StallMilliPaPerVolt = 180_000;

        /// <summary>Highest drive of the mp-Lowdriver, peak to peak.</summary>
        public int MaxPumpMilliVolts = 150_000;

        /// <summary>Frequency of the drive: DRV2667 code 13.</summary>
        public int PumpMilliHz = 101_563;
    }
}
