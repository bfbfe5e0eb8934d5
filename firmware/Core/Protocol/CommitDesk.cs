using System;
using Haip.Core.Delivery;

namespace Haip.Core.Protocol
{
    /// <summary>Orders in two steps. One order at a time is staged; a commit that quotes its echo does it, once, within 60 s.</summary>
    public sealed class CommitDesk
    {
        /// <summary>Of a commit: the tag of the echo, and whether a person confirmed the unusual.</summary>
        public const int PayloadLength = FrameTag.Length + 1;

        public const long LongestMs = 60_000;

        /// <summary>So much of the tag tells a programmer which commit was the last.</summary>
        public const int LastDigestLength = 8;

        private readonly CommandContext _context;
        private readonly byte[] _digest = new byte[FrameTag.Length];
        private readonly byte[] _lastDigest = new byte[LastDigestLength];
        private readonly StagedCommand[] _commands =
        {
            new TherapyCommand(), new BolusCommand(), new EndCommand(), new RefillCommand(), new DrugCommand(),
            new LimitsCommand(), new ScanCommand(), new CalibrationCommand(), new ClockCommand(),
        };

        private StagedCommand _staged;
        private long _stagedAtMs;
        private Verdict _lastVerdict;
        private AnswerCode _lastCode;
        private long _lastAtMs;

        public CommitDesk(CommandContext context)
        {
            _context = context;
        }

        /// <summary>The order that this command stages; null when it stages none.</summary>
        public StagedCommand Find(Opcode opcode)
        {
            for (int i = 0; i < _commands.Length; i++)
            {
                if (_commands[i].Opcode == opcode)
                {
                    return _commands[i];
                }
            }

            return null;
        }

        /// <summary>Stages an order in place of any earlier one, and writes its echo.</summary>
        public void Stage(StagedCommand command, byte[] frame, AnswerFrame answer, long nowMs)
        {
            Drop();

            if (!command.Read(frame, CommandFrame.PayloadOffset))
            {
                answer.Restart(AnswerCode.BadPayload);
                return;
            }

            _context.StagedAgoMs = 0;
            Verdict verdict = command.Judge(_context);

            if (verdict >= Verdict.BelowHardLimit)
            {
                EchoFrame.WriteRefused(answer, verdict, _context.Check);
                return;
            }

            EchoFrame.Write(answer, command, verdict, _context);
            _staged = command;
            _stagedAtMs = nowMs;
        }

        /// <summary>The echo has its tag: that is what a commit must quote.</summary>
        public void Remember(AnswerFrame echo) => Array.Copy(echo.Bytes, echo.TagOffset, _digest, 0, FrameTag.Length);

        /// <summary>Does what is staged.</summary>
        /// <returns>What was done; <see cref="Opcode.None"/> when nothing was.</returns>
        public Opcode Commit(byte[] frame, AnswerFrame answer, long nowMs)
        {
            byte confirmed = frame[CommandFrame.PayloadOffset + FrameTag.Length];
            AnswerCode wrong = _staged == null ? AnswerCode.NothingStaged
                : nowMs - _stagedAtMs > LongestMs ? AnswerCode.TooLate
                : !FrameTag.Same(_digest, 0, frame, CommandFrame.PayloadOffset) ? AnswerCode.OtherDigest
                : confirmed != SafeCode.Of(0) && confirmed != SafeCode.Of(1) ? AnswerCode.BadPayload
                : AnswerCode.None;

            if (wrong != AnswerCode.None)
            {
                Drop();
                answer.Restart(wrong);
                return Opcode.None;
            }

            _context.StagedAgoMs = nowMs - _stagedAtMs;
            Verdict verdict = _staged.Perform(_context, confirmed == SafeCode.Of(1));
            Opcode done = verdict == Verdict.Accepted ? _staged.Opcode : Opcode.None;
            Array.Copy(_digest, 0, _lastDigest, 0, LastDigestLength);
            _lastVerdict = verdict;
            _lastAtMs = nowMs;

            if (verdict != Verdict.Accepted)
            {
                EchoFrame.WriteRefused(answer, verdict, _context.Check);
                _lastCode = AnswerCode.Refused;
            }
            else
            {
                answer.Add16(_context.Pump.Records.OrderChangedCount);
                _lastCode = AnswerCode.Done;
            }

            if (verdict != Verdict.NeedsConfirmation)
            {
                Drop(); // once
            }

            return done;
        }

        /// <summary>The memory has not taken the last commit.</summary>
        public void Doubt() => _lastCode = _lastCode == AnswerCode.Done ? AnswerCode.NotKept : _lastCode;

        /// <summary>What became of the last commit: the truth after a link was lost between commit and answer.</summary>
        public void AddLast(AnswerFrame answer, long nowMs)
        {
            answer.Add(_lastDigest, LastDigestLength);
            answer.Add8((int)_lastCode);
            answer.Add8((int)_lastVerdict);
            answer.Add32(_lastCode == AnswerCode.None ? 0 : (nowMs - _lastAtMs) / 1_000);
        }

        /// <summary>Nothing is staged any more.</summary>
        public void Drop() => _staged = null;
    }
}
