using Haip.VirtualBoard.Bus;

namespace Haip.VirtualBoard.Population;

/// <summary>Random numbers of one patient, a stream for each name: what one stream gives does not hang on how much was taken from another.</summary>
internal sealed class Streams(int number, int seed)
{
    private const ulong FnvPrime = 1_099_511_628_211;
    private const ulong FnvStart = 14_695_981_039_346_656_037;

    public Noise Of(string name)
    {
        // FNV-1a over the name: the language's own hash differs from run to run.
        ulong hash = FnvStart;

        foreach (char letter in name)
        {
            hash = (hash ^ letter) * FnvPrime;
        }

        return new Noise(Mixed(Mixed(Mixed(hash) ^ (uint)seed) ^ (uint)number));
    }

    // SplitMix64, Steele, Lea and Flood 2014: neighbours in, strangers out.
    private static ulong Mixed(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
