namespace Haip.VirtualBoard.Benchmarks;

/// <summary>What a tick costs in one state of the pump, in executed IL instructions of Core, drivers and board.</summary>
public sealed record TickCost(string State, long Ticks, double MeanInstructions, long WorstInstructions);
