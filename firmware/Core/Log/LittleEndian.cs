namespace Haip.Core.Log
{
    /// <summary>Numbers in byte arrays, least significant byte first.</summary>
    public static class LittleEndian
    {
        public static void Write16(byte[] buffer, int offset, int value)
        {
            buffer[offset] = (byte)value;
            buffer[offset + 1] = (byte)(value >> 8);
        }

        /// <summary>0 to 65,535.</summary>
        public static int Read16(byte[] buffer, int offset) => buffer[offset] | (buffer[offset + 1] << 8);

        public static void Write32(byte[] buffer, int offset, uint value)
        {
            buffer[offset] = (byte)value;
            buffer[offset + 1] = (byte)(value >> 8);
            buffer[offset + 2] = (byte)(value >> 16);
            buffer[offset + 3] = (byte)(value >> 24);
        }

        public static uint Read32(byte[] buffer, int offset)
        {
            uint value = 0;

            for (int i = 3; i >= 0; i--)
            {
                value = (value << 8) | buffer[offset + i];
            }

            return value;
        }

        public static void Write64(byte[] buffer, int offset, long value)
        {
            Write32(buffer, offset, (uint)value);
            Write32(buffer, offset + 4, (uint)(value >> 32));
        }

        public static long Read64(byte[] buffer, int offset) =>
            ((long)Read32(buffer, offset + 4) << 32) | Read32(buffer, offset);
    }
}
