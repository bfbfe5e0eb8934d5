using System;
using Haip.Core.Log;

namespace Haip.Core.Protocol
{
    /// <summary>The text that carries a pump's secret: the line that goes into the pump over the wire, and the QR code on the clinician's card.</summary>
    /// <remarks>Only characters of a QR code's alphanumeric mode. Whoever reads it has the key: a card is kept like one.</remarks>
    /// <code>
    /// place  0       6               18  19        23  24                          88  89        93
    ///        HAIP1:  serial          :   key id    :   secret                      :   CRC-16    (end)
    ///                12 of A-Z 0-9 -     4 hex         64 hex, capital letters         4 hex, over the 88 places before its colon
    /// </code>
    public sealed class SecretCard
    {
        public const int Length = 93;

        private const int SerialPlace = 6;
        private const int KeyPlace = 19;
        private const int SecretPlace = 24;
        private const int CheckedLength = 88;
        private const int CheckPlace = 89;
        private const int NoDigit = -1;

        private static readonly byte[] s_head = { (byte)'H', (byte)'A', (byte)'I', (byte)'P', (byte)'1', (byte)':' };

        public readonly byte[] Serial = new byte[SecretStore.SerialLength];
        public readonly byte[] Secret = new byte[SecretStore.SecretLength];

        /// <summary>Which of the keys that this pump ever had; the log quotes it.</summary>
        public ushort KeyId { get; private set; }

        /// <summary>Reads the text.</summary>
        /// <returns>False when a character is wrong or missing: nothing of it may be used.</returns>
        public bool TryRead(byte[] text, int length)
        {
            bool good = length == Length && text.Length >= Length && text[18] == ':' && text[23] == ':' && text[CheckedLength] == ':';

            for (int i = 0; good && i < s_head.Length; i++)
            {
                good = text[i] == s_head[i];
            }

            for (int i = 0; good && i < SecretStore.SerialLength; i++)
            {
                Serial[i] = text[SerialPlace + i];
                good = IsOfSerial(Serial[i]);
            }

            int key = good ? Number(text, KeyPlace, 4) : NoDigit;
            int check = good ? Number(text, CheckPlace, 4) : NoDigit;
            good = good && key >= 0 && check == Crc16.Of(text, CheckedLength);

            for (int i = 0; good && i < SecretStore.SecretLength; i++)
            {
                int value = Number(text, SecretPlace + (2 * i), 2);
                Secret[i] = (byte)value;
                good = value >= 0;
            }

            KeyId = (ushort)(good ? key : 0);
            return good;
        }

        /// <summary>Forgets the secret.</summary>
        public void Clear() => Array.Clear(Secret, 0, Secret.Length);

        private static bool IsOfSerial(byte letter) => (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') || letter == '-';

        private static int Number(byte[] text, int place, int digits)
        {
            int number = 0;

            for (int i = 0; i < digits; i++)
            {
                int digit = Digit(text[place + i]);

                if (digit == NoDigit)
                {
                    return NoDigit;
                }

                number = (number << 4) | digit;
            }

            return number;
        }

        private static int Digit(byte letter) =>
            letter >= '0' && letter <= '9' ? letter - '0'
            : letter >= 'A' && letter <= 'F' ? letter - 'A' + 10
            : NoDigit;
    }
}
