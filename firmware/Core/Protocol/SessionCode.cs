namespace Haip.Core.Protocol
{
    /// <summary>First byte of a frame of the session characteristic. Code words as in <see cref="SafeCode"/>: never reuse one.</summary>
    public enum SessionCode
    {
        /// <summary>Programmer: who I want to be, and a number that nobody could foresee.</summary>
        Hello = 0x0F,

        /// <summary>Pump: such a number too, and what this session would be called.</summary>
        Challenge = 0x33,

        /// <summary>Programmer: I know the secret.</summary>
        Proof = 0x3C,

        /// <summary>Pump: so do I, and the session is open.</summary>
        Opened = 0x55,

        /// <summary>Pump: no session, or no longer, and why.</summary>
        Refused = 0x66,

        /// <summary>Pump: the session is over, and why.</summary>
        Ended = 0x69,
    }
}
