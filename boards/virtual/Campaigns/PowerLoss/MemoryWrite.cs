namespace Haip.VirtualBoard.Campaigns.PowerLoss;

/// <summary>One write to the memory, and what was true at that moment.</summary>
/// <param name="PacketsOut">Packets that had left the chamber, one on its way included.</param>
/// <param name="PacketsAnnounced">Those, and one that is about to leave.</param>
/// <param name="TherapyNlPerHour">The first rate of the therapy that a person ordered last; 0 for none.</param>
/// <param name="TherapyBeforeNlPerHour">Of the order before that one.</param>
/// <param name="Ordering">That order is not in the memory in full.</param>
internal sealed record MemoryWrite(long AtMs, int Address, byte[] Data, int PacketsOut, int PacketsAnnounced, int TherapyNlPerHour, int TherapyBeforeNlPerHour, bool Ordering);
