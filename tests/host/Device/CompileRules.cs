using System;
using System.Collections.Generic;
using System.Linq;

namespace Haip.HostTests.Device;

/// <summary>Compile lists equal the files on disk: the project system expands no wildcards, and Linux minds the case.</summary>
public static class CompileRules
{
    /// <summary>Compiled by every project: it states the version of each assembly.</summary>
    public const string VersionFile = "firmware/Version.cs";

    public static IEnumerable<string> Problems(Repository repository) =>
        repository.Projects.SelectMany(project => Listed(repository, project).Concat(Hidden(project))).Concat(repository.DeviceSources.SelectMany(file => Compiled(repository, file)));

    private static IEnumerable<string> Listed(Repository repository, DeviceProject project)
    {
        IReadOnlyList<string> includes = [.. project.Items("Compile"), .. project.Items("None"), .. project.Items("ProjectReference")];

        foreach (string include in includes)
        {
            string file = project.Resolve(include);

            if (include.AsSpan().ContainsAny("*?;"))
            {
                yield return $"{project.FilePath}: \"{include}\" is a wildcard; every file is named";
            }
            else if (!repository.Files.Contains(file, StringComparer.Ordinal))
            {
                string? alike = repository.Files.FirstOrDefault(other => string.Equals(other, file, StringComparison.OrdinalIgnoreCase));
                yield return alike is null
                    ? $"{project.FilePath}: \"{include}\" is not on disk"
                    : $"{project.FilePath}: \"{include}\" is spelled {alike} on disk";
            }
        }

        foreach (IGrouping<string, string> twice in includes.GroupBy(project.Resolve, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1))
        {
            yield return $"{project.FilePath}: \"{twice.First()}\" is listed {twice.Count()} times";
        }
    }

    // What is listed under a condition, taken away again or brought in by another file is not what the list says.
    private static IEnumerable<string> Hidden(DeviceProject project)
    {
        foreach (string attribute in project.Attributes("Compile").Except(["Include"]).Distinct())
        {
            yield return $"{project.FilePath}: a Compile item or its group has the attribute {attribute}";
        }

        foreach (string import in project.Imports.Where(import => !import.StartsWith("$(NanoFrameworkProjectSystemPath)", StringComparison.Ordinal)))
        {
            yield return $"{project.FilePath}: imports {import}, whose items nobody looks at";
        }
    }

    private static IEnumerable<string> Compiled(Repository repository, string file)
    {
        DeviceProject? owner = repository.OwnerOf(file);
        string[] by = [.. repository.Projects.Where(project => project.Items("Compile").Select(project.Resolve).Contains(file, StringComparer.Ordinal)).Select(project => project.FilePath)];

        if (file == VersionFile)
        {
            return repository.Projects.Select(project => project.FilePath).Except(by).Select(project => $"{project}: {file} is not listed");
        }

        if (owner is not null && !by.Contains(owner.FilePath))
        {
            return [$"{owner.FilePath}: {file} is not listed"];
        }

        return by.Length == 1 ? [] : [$"{file} is compiled by {by.Length} projects and not by one"];
    }
}
