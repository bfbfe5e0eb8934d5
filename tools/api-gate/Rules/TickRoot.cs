namespace Haip.ApiGate.Rules;

/// <summary>A method that is called once in every tick.</summary>
internal sealed record TickRoot(string Assembly, string Type, string Method);
