namespace Haip.Core.Protocol
{
    /// <summary>What became of a line that came over the wire.</summary>
    public enum CardAnswer
    {
        /// <summary>No line has ended.</summary>
        None,

        /// <summary>The pump has the secret of this card, and only of this one.</summary>
        Installed,

        /// <summary>It is not the whole text of a card.</summary>
        Unreadable,

        /// <summary>The pump delivers, or tests itself: halt it and send the line again.</summary>
        NotAtRest,

        /// <summary>The memory did not take it.</summary>
        NotKept,
    }
}
