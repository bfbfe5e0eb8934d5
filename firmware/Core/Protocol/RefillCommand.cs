using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>The reservoir was filled. What was in it before, when somebody measured it, is held against the books.</summary>
    /// <code>
    /// byte  0                   4                             8
    ///       volume in it now    drawn out before              (end)
    ///       i32 nL              i32 nL, -1 not measured
    /// </code>
    public sealed class RefillCommand : StagedCommand
    {
        public const int Length = 8;

        private int _volumeNl;
        private int _drawnOutNl;

        public RefillCommand()
            : base(Opcode.StageRefill)
        {
        }

        public override bool Read(byte[] frame, int offset)
        {
            _volumeNl = (int)LittleEndian.Read32(frame, offset);
            _drawnOutNl = (int)LittleEndian.Read32(frame, offset + 4);
            return true;
        }

        public override int Write(byte[] frame, int offset)
        {
            LittleEndian.Write32(frame, offset, (uint)_volumeNl);
            LittleEndian.Write32(frame, offset + 4, (uint)_drawnOutNl);
            return Length;
        }

        public override Verdict Judge(CommandContext context) => context.Check.JudgeFill(_volumeNl, _drawnOutNl);

        public override Verdict Perform(CommandContext context, bool confirmed)
        {
            int beforeNl = (int)Units.Clamp(context.Pump.Status.ReservoirNl, int.MinValue, int.MaxValue);
            Verdict verdict = context.Pump.Refill(_volumeNl, _drawnOutNl, confirmed);

            if (verdict == Verdict.Accepted)
            {
                context.Note(OrderField.ReservoirFill, beforeNl, _volumeNl);
                context.Flags.Raise(EventFlags.Reservoir);
            }

            return verdict;
        }
    }
}
