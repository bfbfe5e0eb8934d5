using Haip.Core.Delivery;

namespace Haip.Core.Protocol
{
    /// <summary>What a person decided after the perfusion scan. Without an accepted one no cytotoxic order is taken.</summary>
    /// <code>
    /// byte  0                                      1
    ///       decision                               (end)
    ///       u8, 0x33 accepted, 0x0F not accepted
    /// </code>
    public sealed class ScanCommand : DrugChange
    {
        public const int Length = 1;

        private bool _accepted;

        public ScanCommand()
            : base(Opcode.StageScan)
        {
        }

        public override bool Read(byte[] frame, int offset)
        {
            _accepted = frame[offset] == SafeCode.Of(1);
            return _accepted || frame[offset] == SafeCode.Of(0);
        }

        public override int Write(byte[] frame, int offset)
        {
            frame[offset] = SafeCode.Of(_accepted ? 1 : 0);
            return Length;
        }

        protected override void Apply(Drug drug, CommandContext context)
        {
            drug.PerfusionAccepted = _accepted;
            drug.AcceptedUtcSeconds = _accepted ? context.UtcSeconds : 0;
        }
    }
}
