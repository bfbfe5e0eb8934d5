using Haip.Core.Delivery;

namespace Haip.Core.Protocol
{
    /// <summary>An order that needs two steps: staged, shown to a person as the pump has understood it, and committed.</summary>
    public abstract class StagedCommand
    {
        public readonly Opcode Opcode;

        protected StagedCommand(Opcode opcode)
        {
            Opcode = opcode;
        }

        /// <summary>What a day brings before and after, as far as the last <see cref="Judge"/> knows; rounded up.</summary>
        public long DoseBeforeUgPerDay { get; protected set; }
        public long DoseAfterUgPerDay { get; protected set; }

        /// <summary>Its commit ends the therapy that runs or waits.</summary>
        public bool EndsTherapy { get; protected set; }

        /// <summary>Decodes the payload of a command.</summary>
        /// <returns>False when bytes in it mean nothing.</returns>
        public abstract bool Read(byte[] frame, int offset);

        /// <summary>Encodes what was decoded, from the decoded values: this is the echo.</summary>
        /// <returns>Bytes written.</returns>
        public abstract int Write(byte[] frame, int offset);

        /// <summary>Judges it as it would be judged now. Changes nothing.</summary>
        public abstract Verdict Judge(CommandContext context);

        /// <summary>Does it, and logs what it changed.</summary>
        /// <param name="confirmed">A person confirmed values outside the soft limits.</param>
        /// <returns>Anything but Accepted changed nothing.</returns>
        public abstract Verdict Perform(CommandContext context, bool confirmed);

        /// <summary>Whether a verdict lets it be done.</summary>
        protected static bool Passes(Verdict verdict, bool confirmed) =>
            verdict == Verdict.Accepted || (verdict == Verdict.NeedsConfirmation && confirmed);
    }
}
