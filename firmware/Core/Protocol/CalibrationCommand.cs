using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>What the bench found chamber and flow sensor to be.</summary>
    /// <code>
    /// byte  0           4              8            12                  16          20
    ///       compliance  its change     temperature  flow gain           its change  (end)
    ///       i32 fL/Pa   i32 ppm per C  i32 mC       i32 ppm, 0 unknown  i32 ppm/C
    /// </code>
    public sealed class CalibrationCommand : StagedCommand
    {
        public const int Length = 20;

        private readonly CalibrationRecord _found = new CalibrationRecord();

        public CalibrationCommand()
            : base(Opcode.StageCalibration)
        {
        }

        public override bool Read(byte[] frame, int offset)
        {
            _found.ChamberFlPerPa = (int)LittleEndian.Read32(frame, offset);
            _found.ChamberPpmPerC = (int)LittleEndian.Read32(frame, offset + 4);
            _found.CalibratedMilliC = (int)LittleEndian.Read32(frame, offset + 8);
            _found.FlowGainPpm = (int)LittleEndian.Read32(frame, offset + 12);
            _found.FlowPpmPerC = (int)LittleEndian.Read32(frame, offset + 16);
            return true;
        }

        public override int Write(byte[] frame, int offset)
        {
            LittleEndian.Write32(frame, offset, (uint)_found.ChamberFlPerPa);
            LittleEndian.Write32(frame, offset + 4, (uint)_found.ChamberPpmPerC);
            LittleEndian.Write32(frame, offset + 8, (uint)_found.CalibratedMilliC);
            LittleEndian.Write32(frame, offset + 12, (uint)_found.FlowGainPpm);
            LittleEndian.Write32(frame, offset + 16, (uint)_found.FlowPpmPerC);
            return Length;
        }

        public override Verdict Judge(CommandContext context)
        {
            Verdict verdict = context.Check.Judge(_found);
            return verdict < Verdict.BelowHardLimit && !context.AtRest ? context.Refuse(Verdict.NotInThisState) : verdict;
        }

        public override Verdict Perform(CommandContext context, bool confirmed)
        {
            Verdict verdict = Judge(context);

            if (!Passes(verdict, confirmed))
            {
                return verdict;
            }

            BoardProfile board = context.Pump.Board;
            int beforeFlPerPa = board.ChamberFlPerPa;
            int beforePpm = board.FlowGainPpm;
            _found.AtUtcSeconds = context.UtcSeconds;

            if (!context.Memory.Calibration.TrySave(board, _found))
            {
                return context.Refuse(Verdict.NotKept);
            }

            context.Note(OrderField.ChamberCompliance, beforeFlPerPa, _found.ChamberFlPerPa);
            context.Note(OrderField.FlowGain, beforePpm, _found.FlowGainPpm);
            return Verdict.Accepted;
        }
    }
}
