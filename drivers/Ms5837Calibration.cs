using Haip.Core.Ports;

namespace Haip.Drivers
{
    /// <summary>The factory calibration of an MS5837-02BA and the arithmetic that turns its counts into pressure and temperature.</summary>
    /// <remarks>TE data sheet MS5837-02BA (09/2017); second order and version numbers: Blue Robotics MS5837 library.</remarks>
    internal sealed class Ms5837Calibration
    {
        private const int WordCount = 7;
        private const int MinCentiC = -2000;
        private const int MaxCentiC = 8500;
        private const int Version02Ba01 = 0x00;             // bits 11:5 of the first word
        private const int Version02Ba21 = 0x15;

        private readonly byte[] _readWord = { 0xA0 };
        private readonly byte[] _answer = new byte[2];
        private readonly int[] _words = new int[WordCount]; // CRC and version; C1 to C6 of the data sheet
        private long _offset;                               // OFF and SENS of the data sheet, second order included
        private long _sensitivity;

        /// <summary>Of the last temperature that was taken.</summary>
        public int TemperatureMilliC { get; private set; }

        /// <summary>Reads the calibration and checks it.</summary>
        /// <returns>False when the part did not answer, its check digit is wrong or it is another part.</returns>
        public bool TryLoad(II2cBus bus, byte address)
        {
            for (int i = 0; i < WordCount; i++)
            {
                _readWord[0] = (byte)(0xA0 + 2 * i);

                if (!bus.WriteRead(address, _readWord, 1, _answer, 2))
                {
                    return false;
                }

                _words[i] = _answer[0] << 8 | _answer[1];

                // A calibration that was not loaded reads as zeros, whose check digits are zero too.
                if (i > 0 && _words[i] == 0)
                {
                    return false;
                }
            }

            // The 30BA has the same address and commands and another scale: 20 times too low with the formula used here.
            int version = _words[0] >> 5 & 0x7F;
            return _words[0] >> 12 == CheckDigit() && (version == Version02Ba01 || version == Version02Ba21);
        }

        /// <summary>Takes a temperature conversion. Offset and sensitivity depend on it alone: computed here, once for many pressures.</summary>
        /// <returns>False outside the part's range; the temperature before is then kept.</returns>
        public bool TryTakeTemperature(int counts)
        {
            long deviation = counts - (_words[5] << 8);
            long centiC = 2000 + deviation * _words[6] / 8388608;
            long offset = ((long)_words[2] << 17) + _words[4] * deviation / 64;
            long sensitivity = ((long)_words[1] << 16) + _words[3] * deviation / 128;

            if (centiC < 2000)
            {
                long squared = (centiC - 2000) * (centiC - 2000);
                offset -= 31 * squared / 8;
                sensitivity -= 63 * squared / 32;
                centiC -= 11 * deviation * deviation / 34359738368;
            }

            if (centiC < MinCentiC || centiC > MaxCentiC)
            {
                return false;
            }

            _offset = offset;
            _sensitivity = sensitivity;
            TemperatureMilliC = (int)centiC * 10;
            return true;
        }

        /// <summary>Absolute pressure of a pressure conversion. The data sheet's unit, 0.01 mbar, is the pascal.</summary>
        public long PressurePa(int counts) => (counts * _sensitivity / 2097152 - _offset) / 32768;

        // CRC-4 of the data sheet: over all words, with the check digit itself taken as 0 and a word of zeros at the end.
        private int CheckDigit()
        {
            int remainder = 0;

            for (int i = 0; i < 2 * WordCount + 2; i++)
            {
                int word = i < 2 ? _words[0] & 0x0FFF : i < 2 * WordCount ? _words[i / 2] : 0;
                remainder ^= i % 2 == 0 ? word >> 8 : word & 0xFF;

                for (int bit = 0; bit < 8; bit++)
                {
                    remainder = (remainder & 0x8000) == 0 ? remainder << 1 : remainder << 1 ^ 0x3000;
                }
            }

            return remainder >> 12 & 0x0F;
        }
    }
}
