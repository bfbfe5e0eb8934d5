namespace Haip.Drivers
{
    /// <summary>Sensirion's check byte over two bytes: polynomial 0x31, initial value 0xFF, nothing reflected, no final xor.</summary>
    /// <remarks>An interpreter computes it three times a tick: two look-ups cost a fraction of sixteen shifts.</remarks>
    public static class Crc8
    {
        private const int Polynomial = 0x31;
        private const int InitialValue = 0xFF;

        private static readonly byte[] s_table = BuildTable();

        /// <summary>True when the third byte from <paramref name="offset"/> is the check byte of the two before it.</summary>
        public static bool Matches(byte[] frame, int offset) =>
            s_table[s_table[InitialValue ^ frame[offset]] ^ frame[offset + 1]] == frame[offset + 2];

        private static byte[] BuildTable()
        {
            var table = new byte[256];

            for (int i = 0; i < table.Length; i++)
            {
                int remainder = i;

                for (int bit = 0; bit < 8; bit++)
                {
                    remainder = (remainder & 0x80) == 0 ? remainder << 1 : remainder << 1 ^ Polynomial;
                }

                table[i] = (byte)remainder;
            }

            return table;
        }
    }
}
