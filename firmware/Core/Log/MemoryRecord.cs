namespace Haip.Core.Log
{
    /// <summary>What lies in the memory, as <see cref="EventId.RecordDamaged"/> quotes it. Numbers travel over the air: never reuse one.</summary>
    public enum MemoryRecord
    {
        /// <summary>Not allocated.</summary>
        None = 0,

        Totals = 1,
        Order = 2,
        Calibration = 3,
        Stop = 4,
        Events = 5,
        Faults = 6,
        Secret = 16,
        Failures = 17,
        Drug = 18,
    }
}
