namespace Haip.Flash;

/// <summary>What an exit code means, for people.</summary>
public sealed record OutcomeRow(Outcome Outcome, string Meaning);
