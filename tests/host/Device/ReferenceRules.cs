using System;
using System.Collections.Generic;
using System.Linq;

namespace Haip.HostTests.Device;

/// <summary>References, hint paths and packages.config agree with the matrix and with each other, transitive packages included.</summary>
public static class ReferenceRules
{
    public static IEnumerable<string> Problems(Repository repository) => repository.Projects.SelectMany(project =>
        PackageProblems(repository.Matrix, project)
            .Concat(ReferenceProblems(repository.Matrix, project))
            .Concat(ClosureProblems(repository, project)));

    private static IEnumerable<string> PackageProblems(PackageMatrix matrix, DeviceProject project)
    {
        string file = project.Folder + "/packages.config";

        foreach ((string id, string version) in project.Packages)
        {
            PinnedPackage? pinned = matrix.Find(id);

            if (pinned is null)
            {
                yield return $"{file}: {id} is not in {PackageMatrix.FileName}";
            }
            else if (pinned.Version != version)
            {
                yield return $"{file}: {id} is {version} and {pinned.Version} in {PackageMatrix.FileName}";
            }
        }
    }

    private static IEnumerable<string> ReferenceProblems(PackageMatrix matrix, DeviceProject project)
    {
        string up = string.Concat(Enumerable.Repeat("..\\", project.Folder.Split('/').Length));
        (string FullName, string Hint)[] wanted =
        [
            .. from package in project.Packages
               let pinned = matrix.Find(package.Id)
               where pinned is not null
               from assembly in pinned.Assemblies
               select (assembly.FullName, $"{up}packages\\{pinned.Id}.{pinned.Version}\\lib\\{assembly.File}"),
        ];

        foreach ((string fullName, string? hint) in project.References())
        {
            (string FullName, string Hint) match = wanted.FirstOrDefault(reference => reference.FullName == fullName);

            if (match.FullName is null)
            {
                yield return $"{project.FilePath}: the reference \"{fullName}\" belongs to no package of packages.config";
            }
            else if (match.Hint != hint)
            {
                yield return $"{project.FilePath}: the hint path of {fullName.Split(',')[0]} is not {match.Hint}";
            }
        }

        foreach ((string fullName, _) in wanted.Where(reference => project.References().Count(other => other.FullName == reference.FullName) != 1))
        {
            yield return $"{project.FilePath}: \"{fullName}\" is not referred to exactly once";
        }
    }

    private static IEnumerable<string> ClosureProblems(Repository repository, DeviceProject project)
    {
        var own = project.Packages.Select(package => package.Id).ToHashSet(StringComparer.Ordinal);
        IEnumerable<string> needed = own.SelectMany(repository.Matrix.Closure).Concat(
            from include in project.Items("ProjectReference")
            from other in repository.Projects
            where other.FilePath == project.Resolve(include)
            from package in other.Packages
            select package.Id);

        return needed.Append("nanoFramework.CoreLibrary").Where(id => !own.Contains(id)).Distinct()
            .Select(id => $"{project.Folder}/packages.config: {id} is missing, and something else needs it");
    }
}
