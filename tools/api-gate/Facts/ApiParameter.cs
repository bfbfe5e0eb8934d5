namespace Haip.ApiGate.Facts;

/// <summary>A parameter as the facts write it.</summary>
/// <param name="CallerArgument">Name of the parameter whose source text the compiler fills in; empty when it does not.</param>
/// <param name="Modifier">"this", "params", "ref", "out", "in", or empty.</param>
/// <param name="Type">Full CLR name.</param>
/// <param name="Default">As written; null when the argument must be given.</param>
public sealed record ApiParameter(string CallerArgument, string Modifier, string Type, string Name, string? Default);
