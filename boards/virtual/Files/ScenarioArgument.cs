namespace Haip.VirtualBoard.Files;

/// <summary>A number that a verb takes.</summary>
/// <param name="Name">The key in the step, with the unit as its last word where there is one.</param>
/// <param name="Unit">As printed behind a value.</param>
/// <param name="Min">Smallest value accepted, included.</param>
/// <param name="Max">Largest value accepted, included.</param>
/// <param name="Default">Null when the step must give it.</param>
public sealed record ScenarioArgument(string Name, string Unit, double Min, double Max, double? Default = null);
