using System.Collections.Generic;
using Haip.Core.Log;

namespace Haip.VirtualBoard.Campaigns.PowerLoss;

/// <summary>Everything that a log gives back, to compare with what it gives back later.</summary>
internal sealed class LogEntries
{
    private readonly List<(uint Number, LogEntry Entry)> _events = [];
    private readonly List<(uint Number, LogEntry Entry)> _faults = [];
    private readonly LogEntry _now = new();

    private delegate bool Reader(uint number, LogEntry entry);

    public LogEntries(EventLog log)
    {
        Take(_events, log.NextEventNumber, MemoryMap.EventCount, log.TryReadEvent);
        Take(_faults, log.NextFaultNumber, MemoryMap.FaultCount, log.TryReadFault);
    }

    /// <summary>How many of them are missing or different. A full ring may give up its oldest, which the next entry replaces.</summary>
    public int LostIn(EventLog log) =>
        Lost(_events, MemoryMap.EventCount, log.TryReadEvent) + Lost(_faults, MemoryMap.FaultCount, log.TryReadFault);

    private static void Take(List<(uint Number, LogEntry Entry)> entries, uint end, int capacity, Reader read)
    {
        for (uint number = end > capacity ? end - (uint)capacity : 0; number < end; number++)
        {
            var entry = new LogEntry();

            if (read(number, entry))
            {
                entries.Add((number, entry));
            }
        }
    }

    private int Lost(List<(uint Number, LogEntry Entry)> entries, int capacity, Reader read)
    {
        int lost = 0;

        for (int i = entries.Count == capacity ? 1 : 0; i < entries.Count; i++)
        {
            (uint number, LogEntry was) = entries[i];
            bool same = read(number, _now) && _now.Id == was.Id && _now.First == was.First && _now.Second == was.Second
                && _now.AtMs == was.AtMs && _now.ClockKnown == was.ClockKnown;
            lost += same ? 0 : 1;
        }

        return lost;
    }
}
