using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>A command of an open session.</summary>
    /// <code>
    /// byte  0        4        8       10       n        n + 16
    ///       session  number   opcode  payload  tag      (end)
    ///       u32      u32      u16              of the session's command key, over all before
    /// number: 1 for the first command of a session, and one more for each. The same number again gets the same answer again.
    /// </code>
    public static class CommandFrame
    {
        public const int PayloadOffset = 10;
        public const int ShortestLength = PayloadOffset + FrameTag.Length;

        public static uint SessionOf(byte[] frame) => LittleEndian.Read32(frame, 0);

        public static uint NumberOf(byte[] frame) => LittleEndian.Read32(frame, 4);

        public static Opcode OpcodeOf(byte[] frame) => (Opcode)LittleEndian.Read16(frame, 8);

        public static int PayloadLength(int length) => length - ShortestLength;
    }
}
