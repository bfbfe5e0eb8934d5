namespace Haip.DeviceTests
{
    /// <summary>Unpacks the recorded trace, one tick at a time, in a few kilobytes.</summary>
    /// <remarks>
    /// Numbers have seven bits a byte, the lowest first. The packing announces bytes as they are (even, half of it) or bytes to repeat
    /// from further back (odd). A record is a mask of the fields that changed, then their differences in zigzag.
    /// </remarks>
    public sealed class TraceReader
    {
        public const int FieldCount = 22;

        private const int Window = 8192;
        private const int ShortestCopy = 3; // a repeat announces three bytes less than it has
        private const int OrderField = 13;

        private readonly int[] _scales = { 200, 20, 6_000, 1, 100, 100, 1, 1, 1, 100, 100, 10, 10, 1, 1, 1, 1, 1, 1, 1, 1, 1 };
        private readonly long[] _counts = new long[FieldCount];
        private readonly byte[] _window = new byte[Window];
        private byte[] _chunk = TraceData.Chunk(0);
        private int _chunkIndex;
        private int _chunkOffset;
        private int _windowOffset;
        private int _plainLeft;
        private int _copyLeft;
        private int _copyFrom;

        /// <summary>A field of the record that was read last.</summary>
        public long Value(int field) => _counts[field] * _scales[field];

        /// <summary>Reads the next record.</summary>
        public void Next()
        {
            _counts[OrderField] = 0; // an order is given once
            long mask = Number(false);

            for (int i = 0; i < FieldCount; i++)
            {
                if ((mask & (1L << i)) != 0)
                {
                    long zigzag = Number(false);
                    _counts[i] += (zigzag >> 1) ^ -(zigzag & 1);
                }
            }
        }

        private long Number(bool packed)
        {
            long value = 0;
            int shift = 0;
            int next;

            do
            {
                next = packed ? PackedByte() : PlainByte();
                value |= (long)(next & 0x7F) << shift;
                shift += 7;
            }
            while (next >= 0x80);

            return value;
        }

        private int PlainByte()
        {
            if (_plainLeft == 0 && _copyLeft == 0)
            {
                int announced = (int)Number(true);

                if ((announced & 1) == 0)
                {
                    _plainLeft = announced >> 1;
                }
                else
                {
                    _copyLeft = (announced >> 1) + ShortestCopy;
                    _copyFrom = _windowOffset - (int)Number(true);
                }
            }

            byte value;

            if (_plainLeft > 0)
            {
                _plainLeft--;
                value = (byte)PackedByte();
            }
            else
            {
                _copyLeft--;
                value = _window[_copyFrom++ & (Window - 1)];
            }

            _window[_windowOffset++ & (Window - 1)] = value;
            return value;
        }

        private int PackedByte()
        {
            if (_chunkOffset == _chunk.Length)
            {
                _chunk = TraceData.Chunk(++_chunkIndex);
                _chunkOffset = 0;
            }

            return _chunk[_chunkOffset++];
        }
    }
}
