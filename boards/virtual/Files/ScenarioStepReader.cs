using System;
using System.Collections.Generic;
using System.Linq;

namespace Haip.VirtualBoard.Files;

/// <summary>Reads one step of a scenario against the row of its verb.</summary>
internal static class ScenarioStepReader
{
    private const string Document = "docs/scenarios.md";
    private const double MaxDays = 400;

    private static readonly (string Key, string Unit, double PerDay)[] s_times =
    [
        ("atHours", "h", 24),
        ("atMinutes", "min", 1440),
        ("atSeconds", "s", 86_400),
    ];

    /// <exception cref="InputFileException">The first thing in the step that is not as docs/scenarios.md says.</exception>
    public static ScenarioStep Read(InputValue step)
    {
        OrderedDictionary<string, InputValue> members = step.Members();
        ScenarioVerbRow row = Verb(step, members);
        RefuseUnknownKeys(row, members);

        double first = Argument(row, row.First, step, members);
        double second = Argument(row, row.Second, step, members);
        double overSeconds = row.OverSeconds is null ? 0 : row.OverSeconds(first, second);
        return new ScenarioStep(AtMs(step, members), row.Verb, first, overSeconds, row.NeedsPart ? Part(row, step, members) : ScenarioPart.None);
    }

    private static ScenarioVerbRow Verb(InputValue step, OrderedDictionary<string, InputValue> members)
    {
        if (!members.TryGetValue("do", out InputValue value))
        {
            throw step.Error("do is missing; it names what happens");
        }

        string name = value.Text();
        return ScenarioVerbs.Rows.FirstOrDefault(row => row.Name == name)
            ?? throw value.Error(NotOne(name, "a verb", ScenarioVerbs.Rows.Select(row => row.Name)));
    }

    private static void RefuseUnknownKeys(ScenarioVerbRow row, OrderedDictionary<string, InputValue> members)
    {
        var keys = s_times.Select(time => time.Key).Append("do").ToList();
        keys.AddRange(new[] { row.First, row.Second }.OfType<ScenarioArgument>().Select(argument => argument.Name));

        if (row.NeedsPart)
        {
            keys.Add(ScenarioParts.Key);
        }

        foreach ((string key, InputValue value) in members)
        {
            if (!keys.Contains(key))
            {
                throw value.UnknownKey($"a key of {row.Name}", key, keys, Document);
            }
        }
    }

    private static long AtMs(InputValue step, OrderedDictionary<string, InputValue> members)
    {
        var given = s_times.Where(time => members.ContainsKey(time.Key)).ToList();

        if (given.Count != 1)
        {
            throw step.Error(given.Count == 0
                ? "the time is missing; give atHours, atMinutes or atSeconds"
                : $"{given[0].Key} and {given[1].Key} are both given; one is enough");
        }

        (string key, string unit, double perDay) = given[0];
        return (long)Math.Round(members[key].Number(0, MaxDays * perDay, unit) / perDay * 86_400_000);
    }

    private static double Argument(ScenarioVerbRow row, ScenarioArgument? argument, InputValue step, OrderedDictionary<string, InputValue> members)
    {
        if (argument is null)
        {
            return 0;
        }

        return members.TryGetValue(argument.Name, out InputValue value)
            ? value.Number(argument.Min, argument.Max, argument.Unit)
            : argument.Default ?? throw step.Error($"{argument.Name} is missing; {row.Name} needs {NumberText.Range(argument.Min, argument.Max, argument.Unit)}");
    }

    private static ScenarioPart Part(ScenarioVerbRow row, InputValue step, OrderedDictionary<string, InputValue> members)
    {
        if (!members.TryGetValue(ScenarioParts.Key, out InputValue value))
        {
            throw step.Error($"{ScenarioParts.Key} is missing; {row.Name} needs the name of one");
        }

        string name = value.Text();
        ScenarioPartRow? part = ScenarioParts.Rows.FirstOrDefault(part => part.Name == name);

        if (part is null)
        {
            throw value.Error(NotOne(name, "a part", ScenarioParts.Rows.Select(row => row.Name)));
        }

        return row.NeedsReading && part.Unit.Length == 0 ? throw value.Error($"{name} measures nothing that {row.Name} could spoil") : part.Part;
    }

    private static string NotOne(string name, string kind, IEnumerable<string> names)
    {
        string hint = Nearest.Hint(name, names);
        return $"\"{InputValue.Shown(name)}\" is not {kind}{(hint.Length == 0 ? $"; {Document} lists them" : hint)}";
    }
}
