using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Campaigns.Faults;

/// <summary>Every fault of the campaign. To add one: a row in <see cref="PartFaults"/> or <see cref="PlantFaults"/>.</summary>
public static class FaultTable
{
    public static IReadOnlyList<FaultRow> Rows { get; } = [.. PartFaults.Rows(), .. PlantFaults.Rows()];

    /// <summary>Every fault in every state.</summary>
    public static IReadOnlyList<FaultCase> Cases { get; } =
        [.. Rows.SelectMany(row => PumpSituations.Rows, (row, situation) => (row, situation)).Select((pair, i) => new FaultCase(i, pair.row, pair.situation))];

    internal static ScenarioStep Step(ScenarioVerb verb, double value = 0, double overSeconds = 0, ScenarioPart part = ScenarioPart.None, double atSeconds = 0) =>
        new((long)(atSeconds * 1000), verb, value, overSeconds, part);

    /// <summary>Alarms as people write them in a row: with a bar between them.</summary>
    internal static string[] Alarms(string names) => names.Split('|');
}
