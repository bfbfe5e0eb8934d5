namespace Haip.Core.Protocol
{
    /// <summary>Why a session ended. Code words as in <see cref="SafeCode"/>: never reuse one. They live in the log.</summary>
    public enum EndReason
    {
        None = 0,

        /// <summary>The programmer said so.</summary>
        Asked = 0x0F,

        /// <summary>Five minutes without a command.</summary>
        Idle = 0x33,

        /// <summary>Three bad tags.</summary>
        BadTags = 0x3C,

        /// <summary>The link is gone, or no longer authenticated.</summary>
        LinkLost = 0x55,

        /// <summary>The key was proved again: another session took its place.</summary>
        Replaced = 0x5A,

        /// <summary>Another secret was installed.</summary>
        SecretChanged = 0x66,
    }
}
