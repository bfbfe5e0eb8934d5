namespace Haip.VirtualBoard.Campaigns.PowerLoss;

/// <summary>A cut after which the books were wrong. Property names are fields of <c>bench power-loss --json</c>.</summary>
/// <param name="Address">Of the write that was cut.</param>
/// <param name="BytesWritten">How far it came.</param>
/// <param name="PacketsOut">That had really left.</param>
/// <param name="PacketsCounted">By the pump that woke; -1 when its books are of no moment of the day.</param>
public sealed record PowerLossCut(long AtMs, int Address, int BytesWritten, string Wrong, int PacketsOut, int PacketsCounted);
