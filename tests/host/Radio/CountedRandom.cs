using System;
using Haip.Core.Ports;

namespace Haip.HostTests.Radio;

/// <summary>Random numbers that a test can foresee.</summary>
internal sealed class CountedRandom(int seed) : IRandomSource
{
    private readonly Random _random = new(seed);

    public void Fill(byte[] buffer) => _random.NextBytes(buffer);
}
