using System;
using Haip.Core.Ports;

namespace Haip.VirtualBoard.Campaigns.PowerLoss;

/// <summary>The memory's bytes without bus and driver: a million starts read it.</summary>
internal sealed class MemoryImage(byte[] contents) : IMemory
{
    public int SizeBytes => contents.Length;

    /// <summary>Beyond it the memory does not answer.</summary>
    public int AnswersBelow { get; set; } = int.MaxValue;

    public bool TryRead(int address, byte[] buffer, int length)
    {
        if (address >= AnswersBelow)
        {
            return false;
        }

        Array.Copy(contents, address, buffer, 0, length);
        return true;
    }

    public bool TryWrite(int address, byte[] data, int length)
    {
        if (address >= AnswersBelow)
        {
            return false;
        }

        Array.Copy(data, 0, contents, address, length);
        return true;
    }
}
