using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>Cuts the power at every byte of every write of a day, starts a pump on what is left, and compares what it believes with what was.</summary>
public static class PowerLossCampaign
{
    private const long LargestPacketNl = 1_200;
    private const int CutsToTell = 200;

    /// <param name="fraction">Called with what is done so far, by one thread.</param>
    /// <param name="cancelled">Looked at between writes.</param>
    /// <returns>Null when it was cancelled.</returns>
    public static PowerLossReport? Run(int seed, double days, Action<double> fraction, Func<bool> cancelled)
    {
        MemoryDay day = MemoryDay.Record(seed, days);
        int workers = Environment.ProcessorCount;
        var counts = new PowerLossCounts[workers];
        Parallel.For(0, workers, worker => counts[worker] = Cut(day, worker, workers, worker == 0 ? fraction : _ => { }, cancelled));
        return cancelled() ? null : Report(seed, day, counts);
    }

    // Every worker follows all writes, and cuts its own.
    private static PowerLossCounts Cut(MemoryDay day, int worker, int workers, Action<double> fraction, Func<bool> cancelled)
    {
        var counts = new PowerLossCounts();
        var memory = new MemorySide();
        byte[] image = [.. day.Before];

        for (int i = 0; i < day.Writes.Count && !cancelled(); i++)
        {
            MemoryWrite write = day.Writes[i];

            if (i % workers == worker)
            {
                for (int kept = 0; kept < write.Data.Length; kept++)
                {
                    image.CopyTo(memory.Contents);
                    write.Data.AsSpan(0, kept).CopyTo(memory.Contents[write.Address..]);
                    Judge(counts, day, write, kept, memory.MeteredNl());
                }

                fraction((double)i / day.Writes.Count);
            }

            write.Data.CopyTo(image, write.Address);
        }

        return counts;
    }

    private static void Judge(PowerLossCounts counts, MemoryDay day, MemoryWrite write, int kept, long meteredNl)
    {
        counts.Cuts++;
        int packets = Packets(day.BookedNl, write.PacketsOut, meteredNl);
        string wrong;

        if (packets < 0)
        {
            wrong = "not recovered";
        }
        else
        {
            counts.Recovered++;

            // One more than has left is a packet that was about to: counted, and on the safe side.
            counts.CountedTwice += packets > write.PacketsOut + 1 ? 1 : 0;
            counts.Uncounted += packets < write.PacketsOut ? 1 : 0;
            counts.MostUncounted = Math.Max(counts.MostUncounted, write.PacketsOut - packets);
            wrong = packets > write.PacketsOut + 1 ? "counted twice" : packets < write.PacketsOut ? "uncounted" : "";
        }

        if (wrong.Length > 0 && counts.Wrong.Count < CutsToTell)
        {
            counts.Wrong.Add(new PowerLossCut(write.AtMs, write.Address, kept, wrong, write.PacketsOut, packets, meteredNl));
        }
    }

    /// <summary>How many packets a volume stands for: the books of some moment of the day, or those with one packet in flight.</summary>
    /// <returns>-1 for books that never were.</returns>
    private static int Packets(IReadOnlyList<long> bookedNl, int near, long meteredNl)
    {
        for (int packets = Math.Min(near + 1, bookedNl.Count - 1); packets >= 0; packets--)
        {
            if (bookedNl[packets] == meteredNl)
            {
                return packets;
            }

            if (bookedNl[packets] < meteredNl)
            {
                return meteredNl - bookedNl[packets] <= LargestPacketNl ? packets + 1 : -1;
            }
        }

        return -1;
    }

    private static PowerLossReport Report(int seed, MemoryDay day, PowerLossCounts[] counts) => new(
        seed, day.Writes.Count, day.BookedNl.Count - 1, counts.Sum(c => c.Cuts), counts.Sum(c => c.Recovered), counts.Sum(c => c.CountedTwice), counts.Sum(c => c.Uncounted),
        counts.Max(c => c.MostUncounted), null, [.. counts.SelectMany(c => c.Wrong).OrderBy(cut => cut.AtMs).ThenBy(cut => cut.BytesWritten).Take(CutsToTell)]);
}
