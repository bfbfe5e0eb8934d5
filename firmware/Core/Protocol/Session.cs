using System;
using Haip.Core.Log;
using Haip.Core.Ports;

namespace Haip.Core.Protocol
{
    /// <summary>Who may command the pump, and until when. One session at a time.</summary>
    /// <remarks>
    /// A hello disturbs no open session; a proof that fits takes its place, so that a clinician whose page was loaded again waits for
    /// nothing. A challenge is good for one proof, within 30 s.
    /// </remarks>
    public sealed class Session
    {
        public const int IdleMs = 300_000;
        public const int ChallengeMs = 30_000;
        public const int MostBadTagsCount = 3;

        private readonly PendingEvents _events;
        private readonly SecretStore _secret;
        private readonly FailureDelay _delay;
        private readonly Handshake _handshake;
        private readonly byte[] _sum = new byte[Handshake.KeyLength];
        private bool _challenged;
        private long _challengedAtMs;
        private long _usedAtMs;
        private int _badTagsCount;
        private int _commandCount;

        public Session(IKeyedHash hash, IRandomSource random, SecretStore secret, FailureDelay delay, PendingEvents events)
        {
            _events = events;
            _secret = secret;
            _delay = delay;
            _handshake = new Handshake(hash, random, secret);
        }

        public bool Open { get; private set; }

        /// <summary>Number of the session that is open or was open last; 0 before the first.</summary>
        public uint Number { get; private set; }

        /// <summary>The key that opened it.</summary>
        public ushort KeyId { get; private set; }

        public uint Boot => _handshake.Boot;

        /// <summary>Signs commands and answers of this session.</summary>
        public byte[] CommandKey { get; } = new byte[Handshake.KeyLength];
        public byte[] AnswerKey { get; } = new byte[Handshake.KeyLength];

        /// <summary>Looks at a frame of the session characteristic.</summary>
        /// <param name="linkLength">What the link carries.</param>
        /// <param name="reply">Gets the answer.</param>
        /// <returns>Length of the answer.</returns>
        public int Take(byte[] frame, int length, int linkLength, byte[] reply, long nowMs)
        {
            Refusal why = frame[0] == (byte)SessionCode.Hello ? HelloFrame.Judge(frame, length)
                : frame[0] == (byte)SessionCode.Proof ? Refusal.None
                : Refusal.BadFrame;
            why = why != Refusal.None ? why
                : !_secret.Installed ? Refusal.NoSecret
                : linkLength < GattTable.LongestFrameLength ? Refusal.LinkTooSmall
                : _delay.WaitSeconds(nowMs) > 0 ? Refusal.TooSoon
                : Refusal.None;

            return why != Refusal.None ? Refuse(why, reply, nowMs)
                : frame[0] == (byte)SessionCode.Hello ? TakeHello(frame, reply, nowMs)
                : TakeProof(frame, length, reply, nowMs);
        }

        /// <summary>Writes why somebody was not listened to.</summary>
        public int Refuse(Refusal why, byte[] reply, long nowMs) => ClosedFrame.WriteRefused(reply, why, _delay.WaitSeconds(nowMs), Open ? Number : 0);

        /// <summary>A new command came.</summary>
        public void Use(long nowMs)
        {
            _usedAtMs = nowMs;
            _commandCount++;
        }

        /// <summary>A frame for this session had another tag.</summary>
        public void BadTag(long nowMs)
        {
            _badTagsCount++;

            if (_badTagsCount >= MostBadTagsCount)
            {
                End(EndReason.BadTags);
                Fail(nowMs);
            }
        }

        /// <summary>Nobody used it for too long.</summary>
        public bool IsIdle(long nowMs) => Open && nowMs - _usedAtMs >= IdleMs;

        /// <summary>Ends what is open, and makes its keys and any challenge useless.</summary>
        public void End(EndReason why)
        {
            _challenged = false;

            if (Open)
            {
                Open = false;
                Array.Clear(CommandKey, 0, CommandKey.Length);
                Array.Clear(AnswerKey, 0, AnswerKey.Length);
                _events.Add(EventId.SessionEnded, (int)why, _commandCount);
            }
        }

        private int TakeHello(byte[] frame, byte[] reply, long nowMs)
        {
            _handshake.Begin(frame);
            _challenged = true;
            _challengedAtMs = nowMs;
            return ChallengeFrame.Write(reply, _handshake);
        }

        private int TakeProof(byte[] frame, int length, byte[] reply, long nowMs)
        {
            if (!_challenged || !ProofFrame.IsProof(frame, length, _handshake.Session) || nowMs - _challengedAtMs > ChallengeMs)
            {
                return Refuse(Refusal.BadProof, reply, nowMs); // nobody tried a key
            }

            _challenged = false;
            _handshake.Make(Handshake.ProgrammerProof, _sum);

            if (!ProofFrame.Fits(frame, _sum))
            {
                Fail(nowMs);
                return Refuse(Refusal.BadProof, reply, nowMs);
            }

            End(EndReason.Replaced);
            _delay.Forget();
            _handshake.Make(Handshake.CommandKey, CommandKey);
            _handshake.Make(Handshake.AnswerKey, AnswerKey);
            Number = _handshake.Session;
            KeyId = _handshake.KeyId;
            Open = true;
            _usedAtMs = nowMs;
            _badTagsCount = 0;
            _commandCount = 0;
            _events.Add(EventId.SessionOpened, KeyId, (int)Number);
            _handshake.Make(Handshake.PumpProof, _sum);
            return ProofFrame.WriteOpened(reply, Number, _sum);
        }

        private void Fail(long nowMs)
        {
            _delay.Fail(nowMs);
            int count = _delay.FailureCount;

            if ((count & (count - 1)) == 0)
            {
                _events.Add(EventId.KeyFailed, count, 0);
            }
        }
    }
}
