using System;
using System.Collections.Generic;
using System.Text;
using Haip.Core.Ports;

namespace Haip.HostTests.Radio;

/// <summary>A serial port into which a test puts what comes.</summary>
internal sealed class FakeWire : ISerialInput
{
    private readonly Queue<byte> _coming = new();

    public int Read(byte[] buffer)
    {
        int count = Math.Min(buffer.Length, _coming.Count);

        for (int i = 0; i < count; i++)
        {
            buffer[i] = _coming.Dequeue();
        }

        return count;
    }

    public void Put(params byte[] bytes) => Array.ForEach(bytes, _coming.Enqueue);

    public void Put(string text) => Put(Encoding.ASCII.GetBytes(text));

    /// <summary>The line of a card, with its end.</summary>
    public void PutLine(byte[] text) => Put([.. text, (byte)'\n']);
}
