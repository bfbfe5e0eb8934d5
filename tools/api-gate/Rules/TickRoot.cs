namespace Haip.ApiGate.Rules;

/// <summary>A method where the tick begins, or is no longer followed.</summary>
internal sealed record TickRoot(string Assembly, string Type, string Method);
