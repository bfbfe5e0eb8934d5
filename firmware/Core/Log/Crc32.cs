namespace Haip.Core.Log
{
    /// <summary>CRC-32 of IEEE 802.3 (reflected, polynomial 0xEDB88320, initial and final complement), a byte at a time: every packet needs two.</summary>
    public static class Crc32
    {
        private const uint Polynomial = 0xEDB88320;
        private const int BitsOfByte = 8;

        private static readonly uint[] s_table = Table();

        /// <summary>Check value of the first <paramref name="length"/> bytes.</summary>
        public static uint Of(byte[] data, int length)
        {
            uint[] table = s_table;
            uint crc = 0xFFFFFFFF;

            for (int i = 0; i < length; i++)
            {
                crc = (crc >> BitsOfByte) ^ table[(crc ^ data[i]) & 0xFF];
            }

            return ~crc;
        }

        private static uint[] Table()
        {
            uint[] table = new uint[1 << BitsOfByte];

            for (int value = 0; value < table.Length; value++)
            {
                uint crc = (uint)value;

                for (int bit = 0; bit < BitsOfByte; bit++)
                {
                    crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : Polynomial);
                }

                table[value] = crc;
            }

            return table;
        }
    }
}
