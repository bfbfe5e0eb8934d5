namespace Haip.VirtualBoard.Files;

/// <summary>A part as scenario files name it.</summary>
/// <param name="Unit">Of what it measures; empty when it measures nothing.</param>
public sealed record ScenarioPartRow(ScenarioPart Part, string Name, string Meaning, string Unit = "");
