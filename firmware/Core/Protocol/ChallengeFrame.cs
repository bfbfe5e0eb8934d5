using System;
using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>The pump's half of what both proofs are made of.</summary>
    /// <code>
    /// byte  0          1         2       4        8     12           28
    ///       Challenge  protocol  key id  session  boot  pump's nonce (end)
    ///       u8         u8        u16     u32      u32   16 bytes
    /// </code>
    public static class ChallengeFrame
    {
        public const int Length = 28;

        public static int Write(byte[] frame, Handshake handshake)
        {
            frame[0] = (byte)SessionCode.Challenge;
            frame[1] = IdentityMessage.ProtocolVersion;
            LittleEndian.Write16(frame, 2, handshake.KeyId);
            LittleEndian.Write32(frame, 4, handshake.Session);
            LittleEndian.Write32(frame, 8, handshake.Boot);
            Array.Copy(handshake.PumpNonce, 0, frame, 12, HelloFrame.NonceLength);
            return Length;
        }
    }
}
