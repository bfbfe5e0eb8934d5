using System;
using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>What the pump says within a session. Filled from the front and closed with the tag.</summary>
    /// <code>
    /// byte  0        4        8       10     11       n        n + 16
    ///       session  number   opcode  code   payload  tag      (end)
    ///       u32      u32      u16     u8              of the session's answer key, over all before
    /// number and opcode: those of the command
    /// </code>
    public sealed class AnswerFrame
    {
        public const int CodeOffset = 10;
        public const int PayloadOffset = 11;

        private readonly FrameTag _tag;

        public AnswerFrame(FrameTag tag)
        {
            _tag = tag;
        }

        public byte[] Bytes { get; } = new byte[GattTable.LongestFrameLength];

        /// <summary>Bytes so far.</summary>
        public int Length { get; private set; }

        /// <summary>It has its tag.</summary>
        public bool Closed { get; private set; }

        public AnswerCode Code => (AnswerCode)(int)Bytes[CodeOffset];

        /// <summary>Where the tag is; the pump's own digest of all that the frame says.</summary>
        public int TagOffset => Length - FrameTag.Length;

        /// <summary>Begins a frame in place of the last.</summary>
        public void Begin(uint session, uint number, Opcode opcode, AnswerCode code)
        {
            LittleEndian.Write32(Bytes, 0, session);
            LittleEndian.Write32(Bytes, 4, number);
            LittleEndian.Write16(Bytes, 8, (int)opcode);
            Bytes[CodeOffset] = (byte)code;
            Length = PayloadOffset;
            Closed = false;
        }

        /// <summary>Says something else of the same command.</summary>
        public void Restart(AnswerCode code)
        {
            Bytes[CodeOffset] = (byte)code;
            Length = PayloadOffset;
        }

        public void Add8(int value)
        {
            Bytes[Length] = (byte)value;
            Length++;
        }

        public void Add16(int value)
        {
            LittleEndian.Write16(Bytes, Length, value);
            Length += 2;
        }

        public void Add32(long value)
        {
            LittleEndian.Write32(Bytes, Length, (uint)value);
            Length += 4;
        }

        public void Add(byte[] bytes, int length)
        {
            Array.Copy(bytes, 0, Bytes, Length, length);
            Length += length;
        }

        /// <summary>Somebody wrote this many bytes at the end.</summary>
        public void Skip(int length) => Length += length;

        public void Close(byte[] key)
        {
            Length = _tag.Close(key, Bytes, Length);
            Closed = true;
        }

        /// <summary>Forgets it.</summary>
        public void Clear()
        {
            Length = 0;
            Closed = false;
        }
    }
}
