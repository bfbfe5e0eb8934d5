using System;

namespace Haip.VirtualBoard.Simulation;

/// <summary>Counts the bytes that the firmware allocates in its beats, part models included.</summary>
public sealed class AllocationProbe : IBeatProbe
{
    private long _beforeBytes;

    public long AllocatedBytes { get; private set; }

    public void BeforeBeat() => _beforeBytes = GC.GetAllocatedBytesForCurrentThread();

    public void AfterBeat(PumpSimulation simulation) => AllocatedBytes += GC.GetAllocatedBytesForCurrentThread() - _beforeBytes;
}
