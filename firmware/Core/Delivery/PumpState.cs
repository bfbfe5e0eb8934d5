namespace Haip.Core.Delivery
{
    /// <summary>What the pump is doing. Numbers travel over the air and live in the log: never reuse one.</summary>
    public enum PumpState
    {
        /// <summary>Powered, nothing ordered or everything ended by a person.</summary>
        Standby = 0,

        /// <summary>A therapy runs, with or without a bolus on top.</summary>
        Infusing = 1,

        /// <summary>A bolus runs alone, before any therapy: the perfusion test.</summary>
        Bolus = 2,

        /// <summary>Only the rate that keeps the artery open.</summary>
        Patency = 3,

        /// <summary>Halted by a person; the order is kept.</summary>
        Suspended = 4,

        /// <summary>Halted by an alarm.</summary>
        Stopped = 5,

        /// <summary>Just powered: nothing is delivered before the self-test has passed.</summary>
        SelfTest = 6,
    }
}
