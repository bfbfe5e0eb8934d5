using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Haip.HostTests.Device;

/// <summary>The solution names every project of the device by its number, builds and deploys it in both configurations, and holds nothing else.</summary>
public static partial class SolutionRules
{
    public const string Solution = "HaipFirmware.sln";

    private const string ProjectType = "{11A8DD76-328B-46DF-9F39-F559912D0360}";

    private static readonly string[] s_configurations = ["Debug", "Release"];
    private static readonly string[] s_steps = ["ActiveCfg", "Build.0", "Deploy.0"];

    public static IEnumerable<string> Problems(Repository repository)
    {
        string text = repository.Text(Solution);
        Match[] entries = [.. Entry().Matches(text).Cast<Match>()];
        var problems = new List<string>();

        foreach (DeviceProject project in repository.Projects)
        {
            string number = project.Property("ProjectGuid") ?? "";
            Match? entry = entries.FirstOrDefault(candidate => candidate.Groups["path"].Value.Replace('\\', '/') == project.FilePath);

            if (entry is null)
            {
                problems.Add($"{Solution}: {project.FilePath} is missing");
                continue;
            }

            Require(problems, entry.Groups["type"].Value == ProjectType, $"{project.FilePath} has another project type than nanoFramework's");
            Require(problems, entry.Groups["number"].Value == number, $"{project.FilePath} has the number {entry.Groups["number"].Value} and {number} in its own file");
            Require(problems, entry.Groups["name"].Value == project.Name, $"{project.FilePath} is called {entry.Groups["name"].Value}");

            foreach (string line in Lines(number).Where(line => !text.Contains(line, StringComparison.Ordinal)))
            {
                Require(problems, false, $"{project.FilePath} lacks the line \"{line.Trim()}\"");
            }
        }

        foreach (string path in entries.Select(entry => entry.Groups["path"].Value.Replace('\\', '/')).Except(repository.Projects.Select(project => project.FilePath)))
        {
            Require(problems, false, $"{path} is not a project of the device");
        }

        problems.AddRange(repository.Projects.GroupBy(project => project.Property("ProjectGuid")).Where(group => group.Count() > 1)
            .Select(group => $"{Solution}: {string.Join(" and ", group.Select(project => project.FilePath))} have the same number"));
        return problems;
    }

    private static IEnumerable<string> Lines(string number) =>
        from configuration in s_configurations
        from step in s_steps
        select $"\t\t{number}.{configuration}|Any CPU.{step} = {configuration}|Any CPU\n";

    private static void Require(List<string> problems, bool condition, string sentence)
    {
        if (!condition)
        {
            problems.Add($"{Solution}: {sentence}");
        }
    }

    [GeneratedRegex("""^Project\("(?<type>[^"]*)"\) = "(?<name>[^"]*)", "(?<path>[^"]*)", "(?<number>[^"]*)"$""", RegexOptions.Multiline)]
    private static partial Regex Entry();
}
