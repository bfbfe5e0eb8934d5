using System.Collections.Generic;
using System.IO;
using System.Linq;
using Haip.ApiGate.Projects;
using Haip.ApiGate.Rules;

namespace Haip.ApiGate;

/// <summary>Tells whether nanoFramework 1.x has everything that the projects of a folder use.</summary>
public static class Gate
{
    private static readonly string[] s_notSources = ["bin", "obj", "packages"];

    /// <summary>The project files in a folder and below, but not in what a build or a restore leaves behind.</summary>
    public static IReadOnlyList<string> FindProjects(string folder)
    {
        IEnumerable<string> here = Directory.EnumerateFiles(folder, "*.nfproj");
        IEnumerable<string> below = Directory.EnumerateDirectories(folder)
            .Where(path => Path.GetFileName(path) is var name && !name.StartsWith('.') && !s_notSources.Contains(name))
            .SelectMany(FindProjects);

        return [.. here.Concat(below).Order(System.StringComparer.Ordinal)];
    }

    /// <summary>Compiles every project against the device's API, then judges the instructions of those that compiled.</summary>
    /// <param name="root">Folder that paths in rejections are relative to.</param>
    /// <param name="projectPaths">Any order.</param>
    public static GateResult Check(string root, IEnumerable<string> projectPaths)
    {
        var rejections = new List<Rejection>();
        var compiler = new ProjectCompiler(root, rejections);

        foreach (string path in projectPaths)
        {
            compiler.Compile(path);
        }

        rejections.AddRange(RuleTable.Judge(compiler.Compiled));
        return new GateResult(compiler.Compiled, [.. rejections.Distinct()]);
    }
}
