namespace Haip.Core.Safety
{
    /// <summary>How soon a person must act, after IEC 60601-1-8. Ordered: the larger one is announced.</summary>
    public enum AlarmPriority
    {
        None = 0,
        Low = 1,
        Medium = 2,
        High = 3,
    }
}
