using System;
using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>One side shows that it knows the secret: the programmer with Proof, the pump with Opened.</summary>
    /// <code>
    /// byte  0                1     2             4        8          24
    ///       Proof or Opened  zero  idle limit    session  proof      (end)
    ///       u8                     u16 s, 0 in a Proof    16 bytes
    /// </code>
    public static class ProofFrame
    {
        public const int Length = 24;

        private const int ProofOffset = 8;

        /// <summary>Whether this is a proof for a session, right or wrong.</summary>
        public static bool IsProof(byte[] frame, int length, uint session) =>
            length == Length && frame[1] == 0 && frame[2] == 0 && frame[3] == 0 && LittleEndian.Read32(frame, 4) == session;

        /// <summary>Compares the proof with what it should be.</summary>
        public static bool Fits(byte[] frame, byte[] proof) => FrameTag.Same(frame, ProofOffset, proof, 0);

        /// <summary>Writes the pump's proof.</summary>
        public static int WriteOpened(byte[] frame, uint session, byte[] proof)
        {
            frame[0] = (byte)SessionCode.Opened;
            frame[1] = 0;
            LittleEndian.Write16(frame, 2, Session.IdleMs / 1_000);
            LittleEndian.Write32(frame, 4, session);
            Array.Copy(proof, 0, frame, ProofOffset, FrameTag.Length);
            return Length;
        }
    }
}
