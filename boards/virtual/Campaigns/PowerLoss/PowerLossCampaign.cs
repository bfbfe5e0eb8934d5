using System;
using System.Linq;
using System.Threading.Tasks;
using Haip.Core.Delivery;
using Haip.Core.Log;

namespace Haip.VirtualBoard.Campaigns.PowerLoss;

/// <summary>Cuts the power at every byte of every write of a day, starts a pump on what is left, and compares what it believes with what was.</summary>
public static class PowerLossCampaign
{
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
                Cut(counts, day, image, write, memory);
                fraction((double)i / day.Writes.Count);
            }

            write.Data.CopyTo(image, write.Address);
        }

        return counts;
    }

    // A write to a log cannot spoil a record, nor the other way round, unless it writes where it should not: then both are looked at.
    private static void Cut(PowerLossCounts counts, MemoryDay day, byte[] image, MemoryWrite write, MemorySide memory)
    {
        bool logs = write.Address + write.Data.Length > MemoryMap.EventsAddress;
        LogEntries? entries = null;

        if (logs)
        {
            image.CopyTo(memory.Contents);
            memory.Start(logs);
            entries = new LogEntries(memory.Log!);
        }

        for (int kept = 0; kept < write.Data.Length; kept++)
        {
            image.AsSpan(0, logs ? image.Length : MemoryMap.EventsAddress).CopyTo(memory.Contents);
            write.Data.AsSpan(0, kept).CopyTo(memory.Contents[write.Address..]);
            bool started = memory.Start(logs);
            Judge(counts, day, write, kept, memory, started && OrderIsKnown(write, kept, memory), entries?.LostIn(memory.Log!) ?? 0);
        }
    }

    // The order that a person gave last. While that is being written: none, with an alarm unless there was none before it; or the
    // one before it, when not a byte of the new one is there.
    private static bool OrderIsKnown(MemoryWrite write, int kept, MemorySide memory)
    {
        bool same = memory.TherapyNlPerHour == write.TherapyNlPerHour;
        bool none = memory.TherapyNlPerHour == 0 && (memory.Damaged || write.TherapyBeforeNlPerHour == 0);
        bool unbegun = kept == 0 && memory.TherapyNlPerHour == write.TherapyBeforeNlPerHour;

        // Damage never goes on by itself, and neither does a pump without an order.
        bool still = !PumpTransitions.Delivers(memory.StateBefore) || (!memory.Damaged && memory.TherapyNlPerHour > 0) || memory.StateBefore == PumpState.Bolus;
        return ((same && !memory.Damaged) || (write.Ordering && (same || none || unbegun))) && still;
    }

    private static void Judge(PowerLossCounts counts, MemoryDay day, MemoryWrite write, int kept, MemorySide memory, bool known, int lost)
    {
        counts.Cuts++;
        int packets = day.Books.Count(memory.MeteredFl, write.PacketsOut);
        bool twice = packets > write.PacketsAnnounced;
        bool uncounted = packets >= 0 && packets < write.PacketsOut;

        // One more than has left is a packet that was about to: counted, and on the safe side.
        counts.CountedBefore += packets > write.PacketsOut && !twice ? 1 : 0;
        counts.Alarmed += memory.Damaged ? 1 : 0;
        counts.Recovered += packets >= 0 && known ? 1 : 0;
        counts.CountedTwice += twice ? 1 : 0;
        counts.Uncounted += uncounted ? 1 : 0;
        counts.EventsLost += lost;
        string wrong = packets < 0 ? "books that never were" : !known ? "an order that nobody gave" : twice ? "counted twice" : uncounted ? "uncounted" : lost > 0 ? "event lost" : "";

        if (wrong.Length > 0 && counts.Wrong.Count < CutsToTell)
        {
            counts.Wrong.Add(new PowerLossCut(write.AtMs, write.Address, kept, wrong, write.PacketsOut, packets));
        }
    }

    private static PowerLossReport Report(int seed, MemoryDay day, PowerLossCounts[] counts) => new(
        seed, day.Writes.Count, day.Books.Booked, counts.Sum(c => c.Cuts), counts.Sum(c => c.Recovered), counts.Sum(c => c.CountedTwice), counts.Sum(c => c.Uncounted),
        counts.Sum(c => c.EventsLost), counts.Sum(c => c.CountedBefore), counts.Sum(c => c.Alarmed),
        [.. counts.SelectMany(c => c.Wrong).OrderBy(cut => cut.AtMs).ThenBy(cut => cut.BytesWritten).Take(CutsToTell)]);
}
