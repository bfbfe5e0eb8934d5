namespace Haip.Core.Safety
{
    /// <summary>How urgently a person must respond, after IEC 60601-1-8 (priority matrix of clause 6.1.2). A higher value is more urgent.</summary>
    public enum AlarmPriority
    {
        /// <summary>Nothing to respond to.</summary>
        None,

        /// <summary>Awareness is required: discomfort, or reversible injury after a delay.</summary>
        Low,

        /// <summary>Prompt response: reversible injury soon, or death or irreversible injury after a delay.</summary>
        Medium,

        /// <summary>Immediate response: death, or irreversible or reversible injury at once.</summary>
        High,
    }
}
