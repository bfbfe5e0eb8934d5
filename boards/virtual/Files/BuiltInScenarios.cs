using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Haip.VirtualBoard.Files;

/// <summary>The scenarios that come with the virtual board. To add one: a file in Scenarios and its name here.</summary>
public static class BuiltInScenarios
{
    private static readonly string[] s_names =
    [
        "nominal-day",
        "cycle-14-days",
        "fever",
        "ascent-2500-m",
        "occlusion",
        "partial-occlusion-x30",
        "catheter-disconnected",
        "air-bubble",
        "empty-reservoir",
        "dead-pump",
        "sensor-unplugged",
        "valve-leaking",
        "brown-out",
    ];

    public static IReadOnlyList<Scenario> All { get; } = [.. s_names.Select(Load)];

    /// <exception cref="InputFileException">There is none of this name.</exception>
    public static Scenario Find(string name) =>
        All.FirstOrDefault(scenario => scenario.Name == name)
        ?? throw new InputFileException(
            $"\"{InputValue.Shown(name)}\" is no built-in scenario ({string.Join(", ", s_names)}){Nearest.Hint(name, s_names)}");

    private static Scenario Load(string name)
    {
        string resource = $"{name}.json";
        using Stream stream = typeof(BuiltInScenarios).Assembly.GetManifestResourceStream($"Scenarios/{resource}")
            ?? throw new InputFileException($"{resource}: is not part of this build");
        using var reader = new StreamReader(stream);
        return ScenarioFile.Parse(resource, reader.ReadToEnd());
    }
}
