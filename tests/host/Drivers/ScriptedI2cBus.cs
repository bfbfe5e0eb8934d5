using System;
using System.Collections.Generic;
using Haip.Core.Ports;

namespace Haip.HostTests.Drivers;

/// <summary>Answers every read with the next scripted frame (the last one repeats) and remembers what was written.</summary>
internal sealed class ScriptedI2cBus : II2cBus
{
    private readonly Queue<byte[]> _answers;

    public ScriptedI2cBus(params byte[][] answers) => _answers = new Queue<byte[]>(answers);

    /// <summary>Each write as "address: bytes", in hexadecimal.</summary>
    public List<string> Writes { get; } = [];

    public bool Acknowledges { get; set; } = true;

    public bool Write(byte address, byte[] data, int length)
    {
        Writes.Add($"{address:X2}: {BitConverter.ToString(data, 0, length)}");
        return Acknowledges;
    }

    public bool Read(byte address, byte[] buffer, int length)
    {
        byte[] answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
        Array.Copy(answer, buffer, Math.Min(length, answer.Length));
        return Acknowledges;
    }

    public bool WriteRead(byte address, byte[] data, int dataLength, byte[] buffer, int bufferLength) =>
        Write(address, data, dataLength) && Read(address, buffer, bufferLength);
}
