using System;
using Haip.Core.Ports;

namespace Haip.HostTests.Safety;

/// <summary>The FRAM with what can happen to it: power that goes after so many bytes, silence, and lies.</summary>
internal sealed class FlakyMemory : IMemory
{
    private const int LongestWriteBytes = 32;

    public FlakyMemory(byte fill = 0, int sizeBytes = 32_768)
    {
        Bytes = new byte[sizeBytes];
        Array.Fill(Bytes, fill);
    }

    public FlakyMemory(byte[] image) => Bytes = [.. image];

    public byte[] Bytes { get; }

    public int SizeBytes => Bytes.Length;

    /// <summary>Bytes that are still written before the power goes.</summary>
    public long PowerLeftBytes { get; set; } = long.MaxValue;

    public bool Silent { get; set; }

    /// <summary>Answers reads with anything.</summary>
    public Random? Lies { get; set; }

    /// <summary>Sees every write before it is done.</summary>
    public Action<int, byte[]>? BeforeWrite { get; set; }

    public bool Dark => PowerLeftBytes == 0;

    public int ReadCount { get; private set; }

    public int WriteCount { get; private set; }

    public bool TryRead(int address, byte[] buffer, int length)
    {
        ReadCount++;

        if (Silent || Dark)
        {
            return false;
        }

        Bytes.AsSpan(address, length).CopyTo(buffer);
        Lies?.NextBytes(buffer.AsSpan(0, length));
        return true;
    }

    public bool TryWrite(int address, byte[] data, int length)
    {
        WriteCount++;
        BeforeWrite?.Invoke(address, data[..length]);

        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, LongestWriteBytes);

        for (int i = 0; i < length; i++)
        {
            if (Silent || Dark)
            {
                return false;
            }

            PowerLeftBytes--;
            Bytes[address + i] = data[i];
        }

        return true;
    }
}
