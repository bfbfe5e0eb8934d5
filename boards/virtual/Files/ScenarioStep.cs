namespace Haip.VirtualBoard.Files;

/// <summary>One thing that happens in a scenario, checked against its row of <see cref="ScenarioVerbs"/>.</summary>
/// <param name="AtMs">Since the start of the run, never less than the step before.</param>
/// <param name="Value">The verb's first argument in the unit of its row; 0 when it takes none.</param>
/// <param name="OverSeconds">How long it takes: a ramp, a therapy, a bolus. 0 is at once.</param>
/// <param name="Part">The part unplugged or plugged.</param>
public readonly record struct ScenarioStep(long AtMs, ScenarioVerb Verb, double Value, double OverSeconds, ScenarioPart Part);
