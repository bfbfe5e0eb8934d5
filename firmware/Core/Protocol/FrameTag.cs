using System;
using Haip.Core.Ports;

namespace Haip.Core.Protocol
{
    /// <summary>The tag of a frame that belongs to a session: who has no key can neither make nor change one.</summary>
    /// <code>
    /// byte  n                                                          n + 16
    ///       first 16 bytes of HMAC-SHA-256 over the n bytes before     (end)
    /// </code>
    public sealed class FrameTag
    {
        public const int Length = 16;

        private const int HashLength = 32;

        private readonly IKeyedHash _hash;
        private readonly byte[] _sum = new byte[HashLength];

        public FrameTag(IKeyedHash hash)
        {
            _hash = hash;
        }

        /// <summary>Adds the tag.</summary>
        /// <returns>The length of the whole frame.</returns>
        public int Close(byte[] key, byte[] frame, int length)
        {
            _hash.Sign(key, frame, length, _sum);
            Array.Copy(_sum, 0, frame, length, Length);
            return length + Length;
        }

        /// <summary>Whether the tag at this place is that of all bytes before it.</summary>
        public bool Fits(byte[] key, byte[] frame, int length)
        {
            _hash.Sign(key, frame, length, _sum);
            return Same(_sum, 0, frame, length);
        }

        /// <summary>Compares two tags, in a time that does not depend on what they hold.</summary>
        public static bool Same(byte[] one, int offset, byte[] other, int otherOffset)
        {
            int differing = 0;

            for (int i = 0; i < Length; i++)
            {
                differing |= one[offset + i] ^ other[otherOffset + i];
            }

            return differing == 0;
        }
    }
}
