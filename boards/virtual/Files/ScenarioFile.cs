using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Files;

/// <summary>A scenario in JSON, as docs/scenarios.md describes it.</summary>
public static class ScenarioFile
{
    private const double MinDays = 0.001;
    private const double MaxDays = 400;
    private const int MaxSeed = 1_000_000_000;
    private const double MsPerDay = 86_400_000;
    private const string Document = "docs/scenarios.md";

    private static readonly string[] s_keys = ["name", "description", "days", "seed", "plant", "steps"];

    /// <summary>A file when the text ends in .json or names a folder, else a built-in scenario.</summary>
    /// <exception cref="InputFileException">There is none of this name, or the file is not good.</exception>
    public static Scenario Open(string nameOrPath) =>
        nameOrPath.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || Path.GetFileName(nameOrPath) != nameOrPath
            ? Read(nameOrPath)
            : BuiltInScenarios.Find(nameOrPath);

    /// <param name="path">Stands in front of every error as it is given here.</param>
    /// <exception cref="InputFileException">The file cannot be read, or something in it is not as docs/scenarios.md says.</exception>
    public static Scenario Read(string path) => Parse(path, InputFile.ReadText(path));

    /// <summary>Reads a scenario that is already text.</summary>
    /// <param name="file">What stands in front of every error.</param>
    /// <exception cref="InputFileException">Something in it is not as docs/scenarios.md says.</exception>
    public static Scenario Parse(string file, string text)
    {
        InputValue root = InputFile.Parse(file, text);
        OrderedDictionary<string, InputValue> members = root.Members();

        foreach ((string key, InputValue value) in members)
        {
            if (!s_keys.Contains(key))
            {
                throw value.UnknownKey("a key", key, s_keys, Document);
            }
        }

        string name = members.TryGetValue("name", out InputValue named) ? named.Text() : throw root.Error("name is missing");
        string description = members.TryGetValue("description", out InputValue described) ? described.Text() : "";
        double days = members.TryGetValue("days", out InputValue lasting) ? lasting.Number(MinDays, MaxDays, "days") : 1;
        int seed = members.TryGetValue("seed", out InputValue seeded) ? seeded.WholeNumber(0, MaxSeed) : 1;
        List<NumberSetting<PlantParameters>> plant = members.TryGetValue("plant", out InputValue planted) ? PlantFile.Settings(planted) : [];
        List<ScenarioStep> steps = members.TryGetValue("steps", out InputValue stepped) ? Steps(stepped, days) : [];

        if (string.IsNullOrWhiteSpace(name))
        {
            throw named.Error("is empty");
        }

        return new Scenario(name, description, days, seed, plant, steps);
    }

    // Out of order is refused, not sorted: somebody who wrote 2.5 minutes for 2.5 hours shall hear of it.
    private static List<ScenarioStep> Steps(InputValue array, double days)
    {
        var steps = new List<ScenarioStep>();

        foreach (InputValue item in array.Items())
        {
            ScenarioStep step = ScenarioStepReader.Read(item);

            if (steps.Count > 0 && step.AtMs < steps[^1].AtMs)
            {
                throw item.Error($"{Hours(step.AtMs)} is before {Hours(steps[^1].AtMs)} of the step above; steps stand in the order of time");
            }

            if (step.AtMs > days * MsPerDay)
            {
                throw item.Error($"{Hours(step.AtMs)} is after the end at {Hours(days * MsPerDay)}");
            }

            steps.Add(step);
        }

        return steps;
    }

    private static string Hours(double ms) => $"{NumberText.Of(ms / 3_600_000)} h";
}
