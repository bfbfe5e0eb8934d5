using System.Collections.Generic;
using System.Text;

namespace Haip.VirtualBoard.Files;

/// <summary>The parts that a scenario can unplug or spoil.</summary>
public static class ScenarioParts
{
    /// <summary>The key under which a step names its part.</summary>
    public const string Key = "part";

    public static IReadOnlyList<ScenarioPartRow> Rows { get; } =
    [
#pragma warning disable format // columns
        new(ScenarioPart.Flow,             "flow",             "flow sensor",                              "nL/min"),
        new(ScenarioPart.Chamber,          "chamber",          "pressure sensor of the metering chamber",  "Pa"),
        new(ScenarioPart.Catheter,         "catheter",         "pressure sensor of the catheter",          "Pa"),
        new(ScenarioPart.Pump,             "pump",             "driver of the piezo pump"),
        new(ScenarioPart.Reservoir,        "reservoir",        "pressure sensor of the reservoir",         "Pa"),
        new(ScenarioPart.Ambient,          "ambient",          "barometer",                                "Pa"),
        new(ScenarioPart.DrugTemperature,  "drugTemperature",  "thermometer on the drug side",             "C"),
        new(ScenarioPart.BoardTemperature, "boardTemperature", "thermometer of the board",                 "C"),
        new(ScenarioPart.FuelGauge,        "fuelGauge",        "battery gauge",                            "V"),
        new(ScenarioPart.Memory,           "memory",           "memory of totals, order and log"),
        new(ScenarioPart.Clock,            "clock",            "clock",                                    "s"),
#pragma warning restore format
    ];

    /// <summary>The table for people.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder($"| `{Key}` | what it is | measures in |\n|---|---|---|\n");

        foreach (ScenarioPartRow row in Rows)
        {
            text.Append($"| `{row.Name}` | {row.Meaning} | {(row.Unit.Length == 0 ? "nothing" : row.Unit)} |\n");
        }

        return text.ToString();
    }
}
