namespace Haip.Core.Protocol
{
    /// <summary>Small numbers on the air: code words of which any two differ in at least four bits, so that no three flipped bits make "stopped" out of "infusing".</summary>
    /// <remarks>The extended Hamming code (8,4) without all zeros and all ones, which a broken line sends.</remarks>
    public static class SafeCode
    {
        private static readonly byte[] s_words = { 0x0F, 0x33, 0x3C, 0x55, 0x5A, 0x66, 0x69, 0x96, 0x99, 0xA5, 0xAA, 0xC3, 0xCC, 0xF0 };

        /// <summary>The code word of a number from 0 to 13.</summary>
        public static byte Of(int value) => s_words[value];
    }
}
