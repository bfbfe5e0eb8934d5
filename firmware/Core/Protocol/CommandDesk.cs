using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>Takes the commands of a session: whether they are genuine and next, whose they are, and what is answered.</summary>
    /// <remarks>
    /// A command that changed something is answered when the memory has taken it, so that what a person was told outlives the power.
    /// The last answer is kept: the same number again gets it again, and nothing is done twice.
    /// </remarks>
    public sealed class CommandDesk
    {
        private const long KeepMs = 3_000; // a therapy of eight segments with its history takes two

        private readonly CommandContext _context;
        private readonly Session _session;
        private readonly FrameTag _tag;
        private readonly Outgoing _outgoing;
        private readonly LogExport _export;
        private readonly CommitDesk _commits;
        private readonly ImmediateDesk _immediate;
        private readonly ReadDesk _reads;
        private readonly AnswerFrame _answer;
        private readonly AnswerFrame _notice;
        private readonly byte[] _closed = new byte[ClosedFrame.Length];
        private uint _last;
        private bool _keeping;
        private long _keepUntilMs;

        public CommandDesk(CommandContext context, Session session, FrameTag tag, Outgoing outgoing, LogExport export, MeasuredRate measured)
        {
            _context = context;
            _session = session;
            _tag = tag;
            _outgoing = outgoing;
            _export = export;
            _commits = new CommitDesk(context);
            _immediate = new ImmediateDesk(context);
            _reads = new ReadDesk(context, measured, _commits);
            _answer = new AnswerFrame(tag);
            _notice = new AnswerFrame(tag);
        }

        /// <summary>An answer waits for the memory or for the radio: no other command is taken.</summary>
        public bool Busy => _keeping || _outgoing.Waits;

        /// <summary>A session began or ended: numbers begin anew, and nothing is staged.</summary>
        public void Restart()
        {
            _last = 0;
            _keeping = false;
            _answer.Clear();
            _commits.Drop();
            _export.Stop();
        }

        /// <summary>Looks at a frame of the command characteristic.</summary>
        public void Take(byte[] frame, int length, long nowMs)
        {
            if (length < CommandFrame.ShortestLength)
            {
                Refuse(Refusal.BadFrame, nowMs);
            }
            else if (!_session.Open || CommandFrame.SessionOf(frame) != _session.Number)
            {
                Refuse(Refusal.NoSession, nowMs);
            }
            else if (!_tag.Fits(_session.CommandKey, frame, length - FrameTag.Length))
            {
                _session.BadTag(nowMs);
                Refuse(Refusal.BadTag, nowMs);
            }
            else if (CommandFrame.NumberOf(frame) == _last && _answer.Closed)
            {
                _outgoing.Post(GattCharacteristic.Command, _answer.Bytes, _answer.Length);
            }
            else if (CommandFrame.NumberOf(frame) != _last + 1)
            {
                _notice.Begin(_session.Number, CommandFrame.NumberOf(frame), CommandFrame.OpcodeOf(frame), AnswerCode.OutOfOrder);
                _notice.Add32(_last + 1);
                Close(_notice);
            }
            else
            {
                _last++;
                _session.Use(nowMs);
                Do(frame, length, nowMs);
            }
        }

        /// <summary>Answers what waited for the memory. After every beat.</summary>
        public void Finish(long nowMs)
        {
            if (_keeping && (_context.Memory.KeptAll || nowMs >= _keepUntilMs))
            {
                _keeping = false;

                if (!_context.Memory.KeptAll)
                {
                    _answer.Bytes[AnswerFrame.CodeOffset] = (byte)AnswerCode.NotKept;
                    _commits.Doubt();
                }

                Close(_answer);
            }
        }

        /// <summary>Says that a session is over.</summary>
        public void Tell(EndReason why) =>
            _outgoing.Post(GattCharacteristic.Session, _closed, ClosedFrame.WriteEnded(_closed, why, _session.Number));

        private void Do(byte[] frame, int length, long nowMs)
        {
            Opcode opcode = CommandFrame.OpcodeOf(frame);
            CommandRow row = CommandTable.Find(opcode);
            _answer.Begin(_session.Number, _last, opcode, AnswerCode.Done);

            if (row == null || row.PayloadLength != CommandFrame.PayloadLength(length))
            {
                _answer.Restart(row == null ? AnswerCode.UnknownCommand : AnswerCode.BadPayload);
                _answer.Add8(row == null ? 0 : row.PayloadLength);
                Close(_answer);
                return;
            }

            Opcode done = Dispatch(opcode, frame, nowMs);

            if (done == Opcode.None)
            {
                Close(_answer);
            }
            else
            {
                _context.Pump.Events.Add(EventId.Programmed, _session.KeyId, (int)done);
                _keeping = true;
                _keepUntilMs = nowMs + KeepMs;
            }

            if (_answer.Closed && _answer.Code == AnswerCode.Staged)
            {
                _commits.Remember(_answer);
            }

            if (opcode == Opcode.EndSession)
            {
                _session.End(EndReason.Asked);
                Tell(EndReason.Asked);
            }
        }

        // What was changed; None when nothing was.
        private Opcode Dispatch(Opcode opcode, byte[] frame, long nowMs)
        {
            StagedCommand staged = _commits.Find(opcode);

            if (staged != null)
            {
                _commits.Stage(staged, frame, _answer, nowMs);
                return Opcode.None;
            }

            if (_reads.Answer(opcode, frame, _answer))
            {
                return Opcode.None;
            }

            switch (opcode)
            {
                case Opcode.Commit:
                    return _commits.Commit(frame, _answer, nowMs);
                case Opcode.Export when LogRequest.IsGood(frame):
                    _export.Start(frame, _answer);
                    return Opcode.None;
                case Opcode.Export:
                    _answer.Restart(AnswerCode.BadPayload);
                    return Opcode.None;
                case Opcode.StopExport:
                    _export.Stop();
                    return Opcode.None;
                default:
                    return _immediate.Do(opcode, frame, _answer) ? opcode : Opcode.None;
            }
        }

        private void Close(AnswerFrame answer)
        {
            answer.Close(_session.AnswerKey);
            _outgoing.Post(GattCharacteristic.Command, answer.Bytes, answer.Length);
        }

        private void Refuse(Refusal why, long nowMs)
        {
            int length = why == Refusal.BadTag && !_session.Open
                ? ClosedFrame.WriteEnded(_closed, EndReason.BadTags, _session.Number)
                : _session.Refuse(why, _closed, nowMs);
            _outgoing.Post(GattCharacteristic.Session, _closed, length);
        }
    }
}
