using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>Commands that only ask: signed answers, for whoever must be sure that it is this pump that speaks.</summary>
    public sealed class ReadDesk
    {
        private readonly CommandContext _context;
        private readonly MeasuredRate _measured;
        private readonly CommitDesk _commits;
        private readonly OrderRecord _order = new OrderRecord();
        private readonly LogEntry _entry = new LogEntry();

        public ReadDesk(CommandContext context, MeasuredRate measured, CommitDesk commits)
        {
            _context = context;
            _measured = measured;
            _commits = commits;
        }

        /// <summary>Answers a question.</summary>
        /// <returns>False for a command that is none.</returns>
        public bool Answer(Opcode opcode, byte[] frame, AnswerFrame answer)
        {
            switch (opcode)
            {
                case Opcode.ReadStatus:
                    answer.Skip(StatusMessage.Write(answer.Bytes, answer.Length, _context, _measured, true));
                    return true;
                case Opcode.ReadTherapy:
                    AddTherapy(answer);
                    return true;
                case Opcode.ReadDrug:
                    DrugAnswer.Add(answer, _context.Drug);
                    return true;
                case Opcode.ReadLastCommit:
                    _commits.AddLast(answer, _context.Pump.Status.NowMs);
                    return true;
                case Opcode.ReadLimit:
                    AddLimit(answer, frame[CommandFrame.PayloadOffset]);
                    return true;
                case Opcode.ReadLogs:
                    answer.Add32(_context.Memory.Log.NextEventNumber);
                    answer.Add32(_context.Memory.Log.NextFaultNumber);
                    answer.Add16(MemoryMap.EventCount);
                    answer.Add16(MemoryMap.FaultCount);
                    return true;
                case Opcode.ReadEntry:
                    AddEntry(answer, frame);
                    return true;
                default:
                    return false;
            }
        }

        private void AddTherapy(AnswerFrame answer)
        {
            _context.Pump.Records.CopyOrder(_order);
            answer.Add8(SafeCode.Of(_order.HasTherapy ? 1 : 0));
            answer.Skip(TherapyCommand.Write(answer.Bytes, answer.Length, _order.Therapy));
            answer.Add32(_context.Pump.Status.TherapyLeftMs / 1_000);
            answer.Add32(Units.Clamp(_context.Pump.Orders.DoseUgPerDay, 0, uint.MaxValue));
        }

        private static void AddLimit(AnswerFrame answer, byte field)
        {
            if (field >= OrderLimits.Rows.Length)
            {
                answer.Restart(AnswerCode.NotThere);
                return;
            }

            OrderLimit row = OrderLimits.Rows[field];
            answer.Add8(field);
            answer.Add32(row.HardLow);
            answer.Add32(row.SoftLow);
            answer.Add32(row.SoftHigh);
            answer.Add32(row.HardHigh);
        }

        private void AddEntry(AnswerFrame answer, byte[] frame)
        {
            bool faults = LogRequest.OfFaults(frame);
            uint number = LogRequest.NumberOf(frame);

            if (!LogRequest.IsGood(frame) || !LogRequest.TryRead(_context.Memory.Log, faults, number, _entry))
            {
                answer.Restart(AnswerCode.NotThere);
                answer.Add32(LogRequest.Next(_context.Memory.Log, faults));
                return;
            }

            answer.Add32(_context.UtcSeconds);
            answer.Add32(_context.Pump.Status.NowMs / 1_000);
            LogRequest.Add(answer, number, _entry);
        }
    }
}
