using Haip.Core.Delivery;

namespace Haip.Core.Protocol
{
    /// <summary>Ends every order: nothing is delivered afterwards, not even the patency rate. Its payload is empty.</summary>
    public sealed class EndCommand : StagedCommand
    {
        public EndCommand()
            : base(Opcode.StageEnd)
        {
        }

        public override bool Read(byte[] frame, int offset) => true;

        public override int Write(byte[] frame, int offset) => 0;

        public override Verdict Judge(CommandContext context)
        {
            DoseBeforeUgPerDay = context.Pump.Orders.DoseUgPerDay;
            EndsTherapy = context.Pump.Records.HasTherapy;
            context.Check.Begin();
            return Verdict.Accepted;
        }

        public override Verdict Perform(CommandContext context, bool confirmed)
        {
            context.Pump.EndTherapy();
            context.Note(OrderField.DailyDose, (int)DoseBeforeUgPerDay, 0);
            return Verdict.Accepted;
        }
    }
}
