namespace Haip.VirtualBoard.Files;

/// <summary>A part as scenario files name it.</summary>
public sealed record ScenarioPartRow(ScenarioPart Part, string Name, string Meaning);
