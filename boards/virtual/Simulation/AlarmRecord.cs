namespace Haip.VirtualBoard.Simulation;

/// <summary>One alarm from raised to cleared.</summary>
public sealed record AlarmRecord(string Id, string Priority, long RaisedAtMs, long? ClearedAtMs);
