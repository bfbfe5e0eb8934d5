namespace Haip.Core.Protocol
{
    /// <summary>What becomes of a write, for the radio to answer at once. What the pump thinks of it comes later, as a notification.</summary>
    public enum WriteAnswer
    {
        /// <summary>It will be looked at.</summary>
        Taken = 0,

        /// <summary>No room now: the same write may be tried again. ATT error 0x80.</summary>
        Busy = 1,

        /// <summary>Empty, or longer than any frame. ATT error 0x0D.</summary>
        BadLength = 2,

        /// <summary>Nothing is ever written there. ATT error 0x03.</summary>
        NotWritable = 3,

        /// <summary>The link is not authenticated. ATT error 0x05.</summary>
        NotAuthenticated = 4,
    }
}
