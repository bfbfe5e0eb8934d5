namespace Haip.Core.Log
{
    /// <summary>CRC-16 of CCITT (polynomial 0x1021, initial 0xFFFF), four bits at a time: finds every three wrong bits in an entry.</summary>
    public static class Crc16
    {
        private static readonly ushort[] s_table =
        {
            0x0000, 0x1021, 0x2042, 0x3063, 0x4084, 0x50A5, 0x60C6, 0x70E7,
            0x8108, 0x9129, 0xA14A, 0xB16B, 0xC18C, 0xD1AD, 0xE1CE, 0xF1EF,
        };

        /// <summary>Check value of the first <paramref name="length"/> bytes.</summary>
        public static int Of(byte[] data, int length)
        {
            int crc = 0xFFFF;

            for (int i = 0; i < length; i++)
            {
                crc = (crc << 4) ^ s_table[(crc >> 12) ^ (data[i] >> 4)];
                crc &= 0xFFFF;
                crc = (crc << 4) ^ s_table[(crc >> 12) ^ (data[i] & 0x0F)];
                crc &= 0xFFFF;
            }

            return crc;
        }
    }
}
