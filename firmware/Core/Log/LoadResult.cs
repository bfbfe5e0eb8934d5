namespace Haip.Core.Log
{
    /// <summary>What a <see cref="TwoSlotRecord"/> found in the memory.</summary>
    public enum LoadResult
    {
        /// <summary>The memory did not answer: ask again.</summary>
        Unreadable = 0,

        /// <summary>No record was ever whole here.</summary>
        New = 1,

        /// <summary>The newest record, and the one before it as it was left.</summary>
        Whole = 2,

        /// <summary>The newest record that was ever whole. Another was begun after it, or the one before it is damaged.</summary>
        Torn = 3,

        /// <summary>A whole record, and perhaps not the newest: the other slot holds one that was complete and is damaged, or what nobody wrote.</summary>
        Doubtful = 4,

        /// <summary>There was a record, and nothing of it can be trusted.</summary>
        Damaged = 5,
    }
}
