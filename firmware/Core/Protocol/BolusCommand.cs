using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>A volume at once: a flush on top of the therapy, or a perfusion test before any.</summary>
    /// <code>
    /// byte  0                               1     2         6         10
    ///       kind                            zero  volume    rate      (end)
    ///       u8, 0x0F flush, 0x33 perfusion test   i32 nL    i32 nL/h
    /// </code>
    public sealed class BolusCommand : StagedCommand
    {
        public const int Length = 10;

        private readonly BolusOrder _order = new BolusOrder();

        public BolusCommand()
            : base(Opcode.StageBolus)
        {
        }

        public override bool Read(byte[] frame, int offset)
        {
            bool test = frame[offset] == SafeCode.Of((int)BolusKind.PerfusionTest);
            _order.Kind = test ? BolusKind.PerfusionTest : BolusKind.Flush;
            _order.VolumeNl = (int)LittleEndian.Read32(frame, offset + 2);
            _order.RateNlPerHour = (int)LittleEndian.Read32(frame, offset + 6);
            return (test || frame[offset] == SafeCode.Of((int)BolusKind.Flush)) && frame[offset + 1] == 0;
        }

        public override int Write(byte[] frame, int offset)
        {
            frame[offset] = SafeCode.Of((int)_order.Kind);
            frame[offset + 1] = 0;
            LittleEndian.Write32(frame, offset + 2, (uint)_order.VolumeNl);
            LittleEndian.Write32(frame, offset + 6, (uint)_order.RateNlPerHour);
            return Length;
        }

        public override Verdict Judge(CommandContext context)
        {
            DoseBeforeUgPerDay = context.Pump.Orders.DoseUgPerDay;
            DoseAfterUgPerDay = DoseBeforeUgPerDay + context.Drug.DoseUg(_order.VolumeNl);
            Verdict verdict = context.Pump.Orders.Judge(_order);
            return verdict < Verdict.BelowHardLimit && !context.Drug.Known ? context.Refuse(Verdict.DrugUnknown) : verdict;
        }

        public override Verdict Perform(CommandContext context, bool confirmed) =>
            context.Drug.Known ? context.Pump.StartBolus(_order, confirmed) : context.Refuse(Verdict.DrugUnknown);
    }
}
