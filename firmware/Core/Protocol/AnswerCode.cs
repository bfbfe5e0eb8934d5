namespace Haip.Core.Protocol
{
    /// <summary>What became of a command. Code words as in <see cref="SafeCode"/>: never reuse one.</summary>
    public enum AnswerCode
    {
        None = 0,

        /// <summary>Done, and in the memory. What was asked for follows.</summary>
        Done = 0x0F,

        /// <summary>Understood as the echo says, and waiting for its commit.</summary>
        Staged = 0x33,

        /// <summary>Nothing has changed. Verdict, field, number and limit follow.</summary>
        Refused = 0x3C,

        /// <summary>Nothing is staged.</summary>
        NothingStaged = 0x55,

        /// <summary>What was staged is older than 60 s, and gone.</summary>
        TooLate = 0x5A,

        /// <summary>The commit quotes another echo. What was staged is gone.</summary>
        OtherDigest = 0x66,

        /// <summary>No such command.</summary>
        UnknownCommand = 0x69,

        /// <summary>Not as long as this command is, or bytes that mean nothing. The right length follows.</summary>
        BadPayload = 0x96,

        /// <summary>Not the next command. The number of the next one follows.</summary>
        OutOfOrder = 0x99,

        /// <summary>There is no such entry, or no alarm stands. The number of the next entry, or the newest alarm, follows.</summary>
        NotThere = 0xA5,

        /// <summary>An alarm stands that this person has not seen. Its instance follows.</summary>
        AlarmUnseen = 0xAA,

        /// <summary>Done, and the memory has not taken it: it may be forgotten with the power.</summary>
        NotKept = 0xC3,
    }
}
