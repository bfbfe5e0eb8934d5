using System;
using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>Which pump this is. Open to anybody, so it says nothing of a patient or a therapy.</summary>
    /// <code>
    /// byte  0         1      2       4         16       20             21    24
    ///       protocol  flags  key id  serial    boot     longest frame  seal  (end)
    ///       u8, 1     u8     u16     12 ASCII  u32      u8
    /// flags: bit 0 a secret is installed. Serial: zeros follow a short one. Boot: another number after every start.
    /// </code>
    public static class IdentityMessage
    {
        public const int Length = 24;
        public const byte ProtocolVersion = 1;

        private const int SealOffset = 21;

        /// <summary>Writes the message.</summary>
        /// <returns>Its length.</returns>
        public static int Write(byte[] frame, SecretStore secret, uint boot, FrameSeal seal)
        {
            frame[0] = ProtocolVersion;
            frame[1] = (byte)(secret.Installed ? 1 : 0);
            LittleEndian.Write16(frame, 2, secret.KeyId);
            Array.Copy(secret.Serial, 0, frame, 4, SecretStore.SerialLength);
            LittleEndian.Write32(frame, 16, boot);
            frame[20] = GattTable.LongestFrameLength;
            return seal.Close(frame, SealOffset);
        }
    }
}
