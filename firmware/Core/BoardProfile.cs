namespace Haip.Core
{
    /// <summary>What the pump is told about the hardware it runs on: nominal values, and what bench calibration replaced.</summary>
    public sealed class BoardProfile
    {
        /// <summary>Compliance of the metering chamber as it was designed: 100 nL/kPa.</summary>
        public const int NominalChamberFlPerPa = 100_000;

        /// <summary>Compliance of the metering chamber: volume = pressure step x this. From gravimetric calibration.</summary>
        public int ChamberFlPerPa = NominalChamberFlPerPa;

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
