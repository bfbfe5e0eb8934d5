using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Safety;

namespace Haip.Core.Protocol
{
    /// <summary>Commands that are done at once: nobody reads an echo while a patient waits.</summary>
    /// <remarks>
    /// Acknowledging and silencing quote the newest alarm that the person has seen. They answer all that stands, so they are refused
    /// while a newer one does: nobody answers for an alarm that nobody has seen.
    /// </remarks>
    public sealed class ImmediateDesk
    {
        private readonly CommandContext _context;

        public ImmediateDesk(CommandContext context)
        {
            _context = context;
        }

        /// <summary>Does a command.</summary>
        /// <returns>It changed something, and the log shall say who did it. False also for a command of another desk.</returns>
        public bool Do(Opcode opcode, byte[] frame, AnswerFrame answer)
        {
            Pump pump = _context.Pump;

            switch (opcode)
            {
                case Opcode.Suspend:
                    pump.Suspend();
                    answer.Add8(SafeCode.Of((int)pump.Status.State));
                    return true;
                case Opcode.Resume:
                    return Resume(answer);
                case Opcode.Acknowledge:
                    return Seen(frame, answer) && Acknowledge(answer);
                case Opcode.PauseAudio:
                    return Seen(frame, answer) && PauseAudio(answer);
                case Opcode.ClearEvents:
                    _context.Flags.Clear((ushort)LittleEndian.Read16(frame, CommandFrame.PayloadOffset));
                    answer.Add16(_context.Flags.Up);
                    return false;
                default:
                    return false;
            }
        }

        private bool Resume(AnswerFrame answer)
        {
            Pump pump = _context.Pump;
            PumpState before = pump.Status.State;
            pump.Resume();

            if (pump.Status.State == before)
            {
                Verdict why = _context.Refuse(pump.Status.AlarmForbids ? Verdict.AlarmStands : Verdict.NotInThisState);
                EchoFrame.WriteRefused(answer, why, _context.Check);
                return false;
            }

            answer.Add8(SafeCode.Of((int)pump.Status.State));
            return true;
        }

        private bool Acknowledge(AnswerFrame answer)
        {
            _context.Pump.Acknowledge();
            answer.Add8(_context.Pump.Alarms.StandingCount);
            return true;
        }

        private bool PauseAudio(AnswerFrame answer)
        {
            _context.Pump.PauseAudio();
            answer.Add8(_context.Pump.Alarms.StandingCount);
            return true;
        }

        // The person has seen every alarm that stands.
        private bool Seen(byte[] frame, AnswerFrame answer)
        {
            AlarmMonitor alarms = _context.Pump.Alarms;
            ushort seen = (ushort)LittleEndian.Read16(frame, CommandFrame.PayloadOffset);
            ushort newest = 0;
            bool unseen = false;

            for (int i = 0; i < AlarmTable.Rows.Length; i++)
            {
                if (alarms.IsRaised(i))
                {
                    ushort instance = alarms.Announcer.InstanceOf(i);
                    bool newer = (short)(instance - seen) > 0; // difference and not size: the number wraps
                    newest = newer && (!unseen || (short)(instance - newest) > 0) ? instance : newest;
                    unseen |= newer;
                }
            }

            if (unseen || alarms.StandingCount == 0)
            {
                answer.Restart(unseen ? AnswerCode.AlarmUnseen : AnswerCode.NotThere);
                answer.Add16(newest);
                return false;
            }

            return true;
        }
    }
}
