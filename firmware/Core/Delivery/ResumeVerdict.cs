namespace Haip.Core.Delivery
{
    /// <summary>Whether the therapy of before a loss of power goes on by itself, or why it waits for a person. Numbers live in the log: never reuse one.</summary>
    public enum ResumeVerdict
    {
        GoesOn = 0,

        /// <summary>There is none.</summary>
        NothingOrdered = 1,

        /// <summary>It was not running: a person had halted it, or an alarm had.</summary>
        WasHalted = 2,

        /// <summary>Something happened since the start that only a person may put right, or a person has halted.</summary>
        Disturbed = 3,

        /// <summary>Nobody knows how long the power was away.</summary>
        GapUnknown = 4,

        /// <summary>The power was away for longer than the order allows.</summary>
        GapTooLong = 5,
    }
}
