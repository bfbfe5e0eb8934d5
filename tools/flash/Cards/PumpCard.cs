using System;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Haip.Core.Log;
using Haip.Core.Protocol;

namespace Haip.Flash.Cards;

/// <summary>The card of one pump, with a secret that nobody had before.</summary>
public sealed class PumpCard
{
    private PumpCard(string serial, int key, string line)
    {
        Serial = serial;
        Key = key;
        Line = line;
    }

    public string Serial { get; }

    /// <summary>Which of the keys that this pump ever had.</summary>
    public int Key { get; }

    /// <summary>What goes into the pump and into the QR code. Whoever reads it has the key.</summary>
    public string Line { get; }

    /// <summary>Makes a card. Its secret comes from the operating system.</summary>
    /// <exception cref="FlashException">Such a serial number or key cannot be on a card.</exception>
    public static PumpCard Create(string serial, int key)
    {
        if (serial.Length != SecretStore.SerialLength || !serial.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '-'))
        {
            throw new FlashException(Outcome.BadArguments, $"\"{serial}\" is no serial number: it has 12 characters of A-Z, 0-9 and the hyphen.", "Give one such as --serial HAIP-0000017.");
        }

        if (key is < 1 or > ushort.MaxValue)
        {
            throw new FlashException(Outcome.BadArguments, string.Create(CultureInfo.InvariantCulture, $"{key} is no number of a key: they go from 1 to 65535."), "Give the next one that this pump never had, such as --key 1.");
        }

        byte[] secret = RandomNumberGenerator.GetBytes(SecretStore.SecretLength);
        string text = string.Create(CultureInfo.InvariantCulture, $"HAIP1:{serial}:{key:X4}:{Convert.ToHexString(secret)}");
        byte[] bytes = Encoding.ASCII.GetBytes(text);
        CryptographicOperations.ZeroMemory(secret);
        return new PumpCard(serial, key, string.Create(CultureInfo.InvariantCulture, $"{text}:{Crc16.Of(bytes, bytes.Length):X4}"));
    }
}
