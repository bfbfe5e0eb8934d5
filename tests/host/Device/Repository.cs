using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Haip.HostTests.Device;

/// <summary>The repository's files, by name as they are spelled on disk.</summary>
public sealed class Repository
{
    private static readonly string[] s_skipped = [".git", ".vs", ".vscode", "bin", "obj", "packages", "TestResults", "out", "node_modules", "dist"];

    public Repository(string root)
    {
        Root = root;
        Files = [.. Enumerate(new DirectoryInfo(root), "").Order(StringComparer.Ordinal)];
        Projects = [.. Files.Where(file => file.EndsWith(".nfproj", StringComparison.Ordinal)).Select(file => new DeviceProject(root, file))];
        Matrix = new PackageMatrix(root);
    }

    public string Root { get; }

    /// <summary>Relative to the root, with forward slashes, without what tools make.</summary>
    public IReadOnlyList<string> Files { get; }

    public IReadOnlyList<DeviceProject> Projects { get; }

    public PackageMatrix Matrix { get; }

    /// <summary>The sources that the device compiles: everything that is not of the PC.</summary>
    public IEnumerable<string> DeviceSources => Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal)
        && (StartsWith(file, "firmware/") || StartsWith(file, "drivers/") || StartsWith(file, "tests/device/")
            || (StartsWith(file, "boards/") && !StartsWith(file, "boards/virtual/"))));

    /// <summary>The project in whose folder a file lies, if any: the deepest.</summary>
    public DeviceProject? OwnerOf(string file) =>
        Projects.Where(project => StartsWith(file, project.Folder + "/")).MaxBy(project => project.Folder.Length);

    /// <summary>A file with the line endings of this repository, however it was checked out.</summary>
    public string Text(string file) => File.ReadAllText(Path.Combine(Root, file)).ReplaceLineEndings("\n");

    /// <summary>The repository that these tests were built from.</summary>
    public static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);

        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, PackageMatrix.FileName)))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"no {PackageMatrix.FileName} above {AppContext.BaseDirectory}");
    }

    private static bool StartsWith(string file, string folder) => file.StartsWith(folder, StringComparison.Ordinal);

    private static IEnumerable<string> Enumerate(DirectoryInfo folder, string prefix)
    {
        foreach (FileInfo file in folder.EnumerateFiles())
        {
            yield return prefix + file.Name;
        }

        foreach (DirectoryInfo inner in folder.EnumerateDirectories().Where(inner => !s_skipped.Contains(inner.Name)))
        {
            foreach (string file in Enumerate(inner, prefix + inner.Name + "/"))
            {
                yield return file;
            }
        }
    }
}
