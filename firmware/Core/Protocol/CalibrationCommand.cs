using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>What the bench found the chamber's compliance to be.</summary>
    /// <code>
    /// byte  0           4
    ///       compliance  (end)
    ///       i32 fL/Pa
    /// </code>
    public sealed class CalibrationCommand : StagedCommand
    {
        public const int Length = 4;

        private int _chamberFlPerPa;

        public CalibrationCommand()
            : base(Opcode.StageCalibration)
        {
        }

        public override bool Read(byte[] frame, int offset)
        {
            _chamberFlPerPa = (int)LittleEndian.Read32(frame, offset);
            return true;
        }

        public override int Write(byte[] frame, int offset)
        {
            LittleEndian.Write32(frame, offset, (uint)_chamberFlPerPa);
            return Length;
        }

        public override Verdict Judge(CommandContext context)
        {
            Verdict verdict = context.Check.Judge(OrderField.ChamberCompliance, _chamberFlPerPa);
            return verdict < Verdict.BelowHardLimit && !context.AtRest ? context.Refuse(Verdict.NotInThisState) : verdict;
        }

        public override Verdict Perform(CommandContext context, bool confirmed)
        {
            Verdict verdict = Judge(context);

            if (!Passes(verdict, confirmed))
            {
                return verdict;
            }

            int beforeFlPerPa = context.Pump.Board.ChamberFlPerPa;

            if (!context.Memory.Calibration.TrySave(context.Pump.Board, _chamberFlPerPa, context.UtcSeconds))
            {
                return context.Refuse(Verdict.NotKept);
            }

            context.Note(OrderField.ChamberCompliance, beforeFlPerPa, _chamberFlPerPa);
            return Verdict.Accepted;
        }
    }
}
