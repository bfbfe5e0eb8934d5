using System;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Haip.Core.Log;
using Haip.Core.Protocol;

namespace Haip.VirtualBoard.Radio;

/// <summary>Makes the text of a clinician's card, as the bring-up of a pump does.</summary>
public static class SecretCardText
{
    /// <param name="serial">Twelve of A-Z, 0-9 and the hyphen.</param>
    /// <param name="secret">32 bytes.</param>
    public static string Of(string serial, ushort keyId, byte[] secret)
    {
        string text = string.Create(CultureInfo.InvariantCulture, $"HAIP1:{serial}:{keyId:X4}:{Convert.ToHexString(secret)}");
        return string.Create(CultureInfo.InvariantCulture, $"{text}:{Crc16.Of(Encoding.ASCII.GetBytes(text), text.Length):X4}");
    }

    /// <summary>With a secret that nobody had before.</summary>
    public static string New(string serial) => Of(serial, 1, RandomNumberGenerator.GetBytes(SecretStore.SecretLength));

    /// <exception cref="FormatException">It is no such text.</exception>
    public static SecretCard Read(string text)
    {
        var card = new SecretCard();
        return card.TryRead(Encoding.ASCII.GetBytes(text), text.Length) ? card : throw new FormatException("not the text of a card");
    }
}
