using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>Ends whatever is read or notified without a key: a reader sees that it is whole, and that it is another than the last.</summary>
    /// <remarks>Against corruption, loss and repetition. It is no protection against people: for those there are tags.</remarks>
    /// <code>
    /// byte  n        n + 1     n + 3
    ///       counter  CRC-16    (end)
    ///       u8       u16 over all before, the counter included
    /// counter: 1 to 255, then 1 again; never 0
    /// </code>
    public sealed class FrameSeal
    {
        public const int Length = 3;

        private byte _counter;

        /// <summary>Adds counter and check value.</summary>
        /// <returns>The length of the whole frame.</returns>
        public int Close(byte[] frame, int length)
        {
            _counter = (byte)(_counter == byte.MaxValue ? 1 : _counter + 1);
            frame[length] = _counter;
            LittleEndian.Write16(frame, length + 1, Crc16.Of(frame, length + 1));
            return length + Length;
        }
    }
}
