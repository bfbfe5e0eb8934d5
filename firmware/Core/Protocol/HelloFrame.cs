using System;

namespace Haip.Core.Protocol
{
    /// <summary>The programmer asks for a session.</summary>
    /// <code>
    /// byte  0      1         2     3     4          20
    ///       Hello  protocol  role  zero  its nonce  (end)
    ///       u8     u8        u8          16 bytes
    /// </code>
    public static class HelloFrame
    {
        public const int Length = 20;
        public const int NonceLength = 16;

        private const int NonceOffset = 4;

        /// <summary>Why this hello is answered with a refusal; None when it is a good one.</summary>
        public static Refusal Judge(byte[] frame, int length) =>
            length != Length || frame[3] != 0 ? Refusal.BadFrame
            : frame[1] != IdentityMessage.ProtocolVersion ? Refusal.BadVersion
            : frame[2] != (byte)Role.Clinician ? Refusal.BadRole
            : Refusal.None;

        /// <summary>Takes the programmer's number over.</summary>
        public static void CopyNonce(byte[] frame, byte[] nonce) => Array.Copy(frame, NonceOffset, nonce, 0, NonceLength);
    }
}
