using System.Collections.Generic;
using Haip.VirtualBoard.Comparison;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Population;

/// <summary>One pump in one patient, and what happens to both.</summary>
/// <param name="Number">From 0. The same number and seed give the same patient on every machine.</param>
/// <param name="Plant">How this pump and this body differ from the nominal ones. Fresh: a run may change it.</param>
/// <param name="Life">Posture, coughs, nights, fevers, flights: in the order of time, without orders to the pump.</param>
public sealed record Patient(int Number, PlantParameters Plant, IReadOnlyList<ScenarioStep> Life)
{
    /// <summary>How pumps of other kinds would differ from their nominal ones, had the patient been given those.</summary>
    public ComparisonErrors Comparison { get; init; } = new();
}
