using System;
using System.Security.Cryptography;
using Haip.Core.Ports;

namespace Haip.VirtualBoard.Radio;

/// <summary>HMAC-SHA-256 of the PC.</summary>
public sealed class KeyedHash : IKeyedHash
{
    public void Sign(byte[] key, byte[] data, int length, byte[] tag) => HMACSHA256.HashData(key, data.AsSpan(0, length), tag);
}
