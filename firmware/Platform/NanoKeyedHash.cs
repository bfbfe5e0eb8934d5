using System;
using System.Security.Cryptography;
using Haip.Core.Ports;

namespace Haip.Firmware.Platform
{
    /// <summary>HMAC-SHA-256 of the platform, which has it natively.</summary>
    public sealed class NanoKeyedHash : IKeyedHash
    {
        /// <inheritdoc/>
        public void Sign(byte[] key, byte[] data, int length, byte[] tag)
        {
            // The platform signs whole arrays only. Once for each frame of a session, never in the tick.
            var exact = new byte[length];
            Array.Copy(data, 0, exact, 0, length);
            byte[] hash = HMACSHA256.HashData(key, exact);
            Array.Copy(hash, 0, tag, 0, hash.Length);
        }
    }
}
