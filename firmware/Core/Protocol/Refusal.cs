namespace Haip.Core.Protocol
{
    /// <summary>Why nobody was listened to. Code words as in <see cref="SafeCode"/>: never reuse one.</summary>
    public enum Refusal
    {
        None = 0,

        /// <summary>Too short, too long, or of no known kind.</summary>
        BadFrame = 0x0F,

        /// <summary>Another version of the protocol.</summary>
        BadVersion = 0x33,

        /// <summary>Only a clinician needs a session.</summary>
        BadRole = 0x3C,

        /// <summary>This pump has no secret: it comes over the wire, at bring-up.</summary>
        NoSecret = 0x55,

        /// <summary>The link carries too little for a frame: agree on an MTU of at least 103.</summary>
        LinkTooSmall = 0x5A,

        /// <summary>Somebody failed before: the frame says for how many seconds nobody is listened to.</summary>
        TooSoon = 0x66,

        /// <summary>Not the proof of this challenge, or there is none: begin again.</summary>
        BadProof = 0x69,

        /// <summary>No session of this number is open.</summary>
        NoSession = 0x96,

        /// <summary>The tag of a command is not that of its session.</summary>
        BadTag = 0x99,

        /// <summary>The memory has not told yet what the pump must know.</summary>
        NotReady = 0xA5,
    }
}
