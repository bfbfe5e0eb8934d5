using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Haip.ApiGate;
using Xunit;

namespace Haip.HostTests.ApiGate;

/// <summary>The gate itself: what this repository builds for the device.</summary>
[Trait("Category", "ApiGate")]
public sealed class RepositoryTests
{
    [Fact]
    public void Every_project_for_the_device_passes()
    {
        string root = Root();
        IReadOnlyList<string> projects = Gate.FindProjects(root);
        GateResult result = Gate.Check(root, projects);

        Assert.NotEmpty(projects);
        Assert.True(result.Rejections.Count == 0, string.Join("\n", result.Rejections));
        Assert.Equal(projects.Count, result.Compiled.Count);

        // Rules of the tick and of numbers go by these names: under others they would judge nothing.
        Assert.Equal(["Haip.Board", "Haip.Core", "Haip.Drivers", "HaipFirmware", "NFUnitTest"], result.Compiled.Select(project => project.AssemblyName).Order(StringComparer.Ordinal));
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);

        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("the tests do not lie in the repository");
    }
}
