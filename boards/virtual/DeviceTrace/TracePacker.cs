using System;
using System.Collections.Generic;
using System.IO;

namespace Haip.VirtualBoard.DeviceTrace;

/// <summary>Leaves out what was there before: a packing that the device undoes with a small window and no arithmetic.</summary>
/// <remarks>
/// A number, then what it announces: an even one, half as many bytes as they are; an odd one, half of it and three bytes to be taken
/// from further back, how far says the number that follows.
/// </remarks>
public static class TracePacker
{
    /// <summary>How far back bytes are looked for: what the device keeps.</summary>
    public const int Window = 8_192;

    private const int Shortest = 4;
    private const int Tries = 256;

    public static byte[] Pack(byte[] bytes)
    {
        var packed = new MemoryStream();
        var seen = new Dictionary<uint, List<int>>();
        int plainFrom = 0;

        for (int at = 0; at < bytes.Length;)
        {
            (int length, int distance) = Find(bytes, at, seen);

            if (length < Shortest)
            {
                Note(bytes, at++, seen);
                continue;
            }

            Flush(packed, bytes.AsSpan(plainFrom, at - plainFrom));
            TraceRun.WriteNumber(packed, ((ulong)(length - Shortest + 1) << 1) | 1);
            TraceRun.WriteNumber(packed, (ulong)distance);

            for (int end = at + length; at < end; at++)
            {
                Note(bytes, at, seen);
            }

            plainFrom = at;
        }

        Flush(packed, bytes.AsSpan(plainFrom));
        return packed.ToArray();
    }

    private static (int Length, int Distance) Find(byte[] bytes, int at, Dictionary<uint, List<int>> seen)
    {
        (int Length, int Distance) best = (0, 0);

        if (at + Shortest > bytes.Length || !seen.TryGetValue(BitConverter.ToUInt32(bytes, at), out List<int>? places))
        {
            return best;
        }

        for (int i = places.Count - 1; i >= 0 && i >= places.Count - Tries && at - places[i] <= Window; i--)
        {
            int length = 0;

            while (at + length < bytes.Length && bytes[places[i] + length] == bytes[at + length])
            {
                length++;
            }

            best = length > best.Length ? (length, at - places[i]) : best;
        }

        return best;
    }

    private static void Note(byte[] bytes, int at, Dictionary<uint, List<int>> seen)
    {
        if (at + Shortest <= bytes.Length)
        {
            uint key = BitConverter.ToUInt32(bytes, at);

            if (!seen.TryGetValue(key, out List<int>? places))
            {
                seen[key] = places = [];
            }

            places.Add(at);
        }
    }

    private static void Flush(MemoryStream packed, ReadOnlySpan<byte> plain)
    {
        if (plain.Length > 0)
        {
            TraceRun.WriteNumber(packed, (ulong)plain.Length << 1);
            packed.Write(plain);
        }
    }
}
