namespace Haip.Core
{
    /// <summary>Everything that the pump knows about the world in one tick. Made once; the board fills it before every tick.</summary>
    /// <remarks>
    /// A value counts only while its <c>Valid</c> flag is true: the part answered, its check byte and status were right, the value was
    /// plausible and fresh. The board never leaves an old value flagged valid. Public fields, because a getter is an interpreted call
    /// on the device.
    /// </remarks>
    public sealed class Readings
    {
        /// <summary>Monotonic time since power-up. It never goes back and knows no calendar.</summary>
        public long NowMs;

        /// <summary>Gauge pressure in the metering chamber (P1), with the time it was taken: one tick before it is read.</summary>
        public bool ChamberValid;
        public int ChamberPa;
        public long ChamberAtMs;

        /// <summary>Gauge pressure at the catheter, behind the restrictor (P2).</summary>
        public bool CatheterValid;
        public int CatheterPa;

        /// <summary>Mean flow from the reservoir since the previous tick; negative is backwards.</summary>
        public bool FlowValid;
        public int FlowNlPerHour;

        /// <summary>The sensor was read too late and smoothed: the mean is plausible but its integral is not exact.</summary>
        public bool FlowSmoothed;
        public bool AirInLine;

        /// <summary>Absolute pressure in the reservoir, drug side.</summary>
        public bool ReservoirValid;
        public int ReservoirPa;

        /// <summary>Absolute pressure around the pump.</summary>
        public bool AmbientValid;
        public int AmbientPa;

        /// <summary>Temperature at the drug path, which is the patient's.</summary>
        public bool DrugTemperatureValid;
        public int DrugMilliC;

        public bool BoardTemperatureValid;
        public int BoardMilliC;

        public bool BatteryValid;
        public int BatteryMilliVolts;
        public int BatteryPermille;

        /// <summary>Wall-clock time, from a clock that says it never stopped.</summary>
        public bool ClockValid;
        public long UtcSeconds;

        /// <summary>The pump driver acknowledged its last command.</summary>
        public bool PumpDriverValid;

        /// <summary>The non-volatile memory took the last totals.</summary>
        public bool MemoryValid;

        /// <summary>In one tick only, when it was found, mostly the first: a record in the memory is damaged.</summary>
        public bool RecordsDamaged;

        /// <summary>In the first tick after a start only: the run before ended in a failure of the firmware.</summary>
        public bool FailedBefore;

        /// <summary>The button is held down.</summary>
        public bool ButtonDown;
    }
}
