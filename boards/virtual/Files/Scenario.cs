using System.Collections.Generic;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Files;

/// <summary>What happens to a pump and its patient, and when.</summary>
/// <param name="Name">As given on the command line and printed in reports.</param>
/// <param name="Description">For people: what happens and what the pump should do about it.</param>
/// <param name="Days">How long the run lasts.</param>
/// <param name="Seed">Of every noise in the run.</param>
/// <param name="PlantSettings">What differs from the plant that the run starts with.</param>
/// <param name="Steps">In the order of time.</param>
public sealed record Scenario(
    string Name,
    string Description,
    double Days,
    int Seed,
    IReadOnlyList<NumberSetting<PlantParameters>> PlantSettings,
    IReadOnlyList<ScenarioStep> Steps)
{
    /// <summary>Writes the scenario's own plant numbers over those of a plant file.</summary>
    public void ApplyTo(PlantParameters plant)
    {
        foreach (NumberSetting<PlantParameters> setting in PlantSettings)
        {
            setting.ApplyTo(plant);
        }
    }
}
