namespace Haip.Core.Protocol
{
    /// <summary>One row of <see cref="CommandTable"/>.</summary>
    public sealed class CommandRow
    {
        public readonly Opcode Opcode;

        /// <summary>Of the command's payload, exactly.</summary>
        public readonly int PayloadLength;

        /// <summary>What its payload is, and that of its answer when it is done.</summary>
        public readonly string Payload;
        public readonly string Answer;

        public CommandRow(Opcode opcode, int payloadLength, string payload, string answer)
        {
            Opcode = opcode;
            PayloadLength = payloadLength;
            Payload = payload;
            Answer = answer;
        }
    }
}
