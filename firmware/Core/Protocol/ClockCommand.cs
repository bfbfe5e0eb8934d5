using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>The time of day, as it was when the order was staged: what passes until the commit is added. A running dose follows monotonic time and stays.</summary>
    /// <code>
    /// byte  0                      4
    ///       time                   (end)
    ///       u32 UTC s since 1970
    /// </code>
    public sealed class ClockCommand : StagedCommand
    {
        public const int Length = 4;

        private long _utcSeconds;

        public ClockCommand()
            : base(Opcode.StageClock)
        {
        }

        public override bool Read(byte[] frame, int offset)
        {
            _utcSeconds = LittleEndian.Read32(frame, offset);
            return true;
        }

        public override int Write(byte[] frame, int offset)
        {
            LittleEndian.Write32(frame, offset, (uint)_utcSeconds);
            return Length;
        }

        public override Verdict Judge(CommandContext context) =>
            context.Check.Judge(OrderField.WallClock, (int)Units.Clamp(_utcSeconds, 0, int.MaxValue));

        public override Verdict Perform(CommandContext context, bool confirmed)
        {
            Verdict verdict = Judge(context);

            if (!Passes(verdict, confirmed))
            {
                return verdict;
            }

            long utcSeconds = _utcSeconds + (context.StagedAgoMs / 1_000);

            if (!context.Clock.TrySetClock(utcSeconds))
            {
                return context.Refuse(Verdict.NotKept);
            }

            context.Note(OrderField.WallClock, (int)context.UtcSeconds, (int)utcSeconds);
            context.Pump.ClockWasSet();
            context.Flags.Raise(EventFlags.Clock);
            return Verdict.Accepted;
        }
    }
}
