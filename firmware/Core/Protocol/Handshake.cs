using System;
using Haip.Core.Log;
using Haip.Core.Ports;

namespace Haip.Core.Protocol
{
    /// <summary>What both sides agreed on in the clear, and what the secret makes of it: two proofs and two keys.</summary>
    /// <remarks>Each is HMAC-SHA-256 of the same text but for its purpose, so that none can be passed off for another.</remarks>
    /// <code>
    /// byte  0     4        5         6     7     8                 24           40        52    56       60      62
    ///       HAI1  purpose  protocol  role  zero  programmer's nonce pump's nonce serial   boot  session  key id  (end)
    ///             u8       u8        u8          16 bytes           16 bytes     12 ASCII u32   u32      u16
    /// purpose: 0x0F programmer's proof, 0x33 pump's proof, 0x3C key of commands, 0x55 key of answers
    /// </code>
    public sealed class Handshake
    {
        public const byte ProgrammerProof = 0x0F;
        public const byte PumpProof = 0x33;
        public const byte CommandKey = 0x3C;
        public const byte AnswerKey = 0x55;

        /// <summary>Of keys, and of proofs before they are cut.</summary>
        public const int KeyLength = 32;

        private const int TextLength = 62;

        private readonly IKeyedHash _hash;
        private readonly IRandomSource _random;
        private readonly SecretStore _secret;
        private readonly byte[] _text = new byte[TextLength];
        private readonly byte[] _programmerNonce = new byte[HelloFrame.NonceLength];
        private readonly byte[] _number = new byte[4];
        private uint _sessionCount;

        public Handshake(IKeyedHash hash, IRandomSource random, SecretStore secret)
        {
            _hash = hash;
            _random = random;
            _secret = secret;
            _random.Fill(_number);
            Boot = LittleEndian.Read32(_number, 0);
        }

        /// <summary>Another number after every start.</summary>
        public uint Boot { get; }

        /// <summary>What the session will be called; never 0, and another for every hello.</summary>
        public uint Session { get; private set; }

        public ushort KeyId => _secret.KeyId;

        public byte[] PumpNonce { get; } = new byte[HelloFrame.NonceLength];

        /// <summary>Begins anew: what an earlier hello led to is void.</summary>
        public void Begin(byte[] hello)
        {
            HelloFrame.CopyNonce(hello, _programmerNonce);
            _random.Fill(PumpNonce);
            _sessionCount++;
            Session = Boot + _sessionCount;
            Session = Session == 0 ? uint.MaxValue : Session;

            _text[0] = (byte)'H';
            _text[1] = (byte)'A';
            _text[2] = (byte)'I';
            _text[3] = (byte)'1';
            _text[5] = IdentityMessage.ProtocolVersion;
            _text[6] = (byte)Role.Clinician;
            Array.Copy(_programmerNonce, 0, _text, 8, HelloFrame.NonceLength);
            Array.Copy(PumpNonce, 0, _text, 24, HelloFrame.NonceLength);
            Array.Copy(_secret.Serial, 0, _text, 40, SecretStore.SerialLength);
            LittleEndian.Write32(_text, 52, Boot);
            LittleEndian.Write32(_text, 56, Session);
            LittleEndian.Write16(_text, 60, KeyId);
        }

        /// <summary>Makes a proof or a key.</summary>
        /// <param name="result">Gets 32 bytes; a proof is the first 16.</param>
        public void Make(byte purpose, byte[] result)
        {
            _text[4] = purpose;
            _hash.Sign(_secret.Secret, _text, TextLength, result);
        }
    }
}
