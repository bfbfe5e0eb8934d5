namespace Haip.VirtualBoard.Campaigns;

/// <summary>One write to the memory, and what was true at that moment.</summary>
/// <param name="PacketsOut">Packets that had left the chamber, one on its way included.</param>
internal sealed record MemoryWrite(long AtMs, int Address, byte[] Data, int PacketsOut);
