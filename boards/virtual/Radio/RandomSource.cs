using System.Security.Cryptography;
using Haip.Core.Ports;

namespace Haip.VirtualBoard.Radio;

/// <summary>Random numbers of the PC's operating system: no simulation's outcome depends on them.</summary>
public sealed class RandomSource : IRandomSource
{
    public void Fill(byte[] buffer) => RandomNumberGenerator.Fill(buffer);
}
