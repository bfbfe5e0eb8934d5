namespace Haip.Core.Log
{
    /// <summary>CRC-16 of CCITT (polynomial 0x1021, initial 0xFFFF), a byte at a time: finds every three wrong bits in an entry.</summary>
    public static class Crc16
    {
        private const int Polynomial = 0x1021;
        private const int BitsOfByte = 8;

        private static readonly ushort[] s_table = Table();

        /// <summary>Check value of the first <paramref name="length"/> bytes.</summary>
        public static int Of(byte[] data, int length)
        {
            ushort[] table = s_table;
            int crc = 0xFFFF;

            for (int i = 0; i < length; i++)
            {
                crc = ((crc << BitsOfByte) & 0xFF00) ^ table[(crc >> BitsOfByte) ^ data[i]];
            }

            return crc;
        }

        private static ushort[] Table()
        {
            ushort[] table = new ushort[1 << BitsOfByte];

            for (int value = 0; value < table.Length; value++)
            {
                int crc = value << BitsOfByte;

                for (int bit = 0; bit < BitsOfByte; bit++)
                {
                    crc = (crc << 1) ^ ((crc & 0x8000) == 0 ? 0 : Polynomial);
                }

                table[value] = (ushort)crc;
            }

            return table;
        }
    }
}
