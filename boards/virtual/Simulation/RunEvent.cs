namespace Haip.VirtualBoard.Simulation;

/// <summary>Something that happened in a run: a step of the scenario, or a change of the pump's state.</summary>
public sealed record RunEvent(long AtMs, string What);
