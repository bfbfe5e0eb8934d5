using System;
using System.Collections.Generic;
using Haip.Core.Ports;

namespace Haip.HostTests.Drivers;

/// <summary>Answers every transfer with the next scripted frame (the last one repeats) and remembers what was sent.</summary>
internal sealed class ScriptedSpiBus : ISpiBus
{
    private readonly Queue<byte[]> _answers;

    public ScriptedSpiBus(params byte[][] answers) => _answers = new Queue<byte[]>(answers);

    /// <summary>Each transfer's bytes, in hexadecimal.</summary>
    public List<string> Sent { get; } = [];

    public bool Works { get; set; } = true;

    public bool Transfer(byte[] output, byte[] input)
    {
        Sent.Add(BitConverter.ToString(output));
        byte[] answer = _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
        Array.Copy(answer, input, Math.Min(input.Length, answer.Length));
        return Works;
    }
}
