using System.Collections.Generic;
using System.Linq;
using Haip.ApiGate.Facts;
using Haip.ApiGate.Projects;

namespace Haip.ApiGate;

/// <summary>How much of the deployment partition a program takes, with every class library that it refers to.</summary>
/// <remarks>
/// The libraries' files are not in this repository, only their public members, so what they take is a bound: a fixed part and so much for
/// each member, private ones included in it. Compiled from their sources and measured like the projects, mscorlib takes 70,230
/// bytes for 1,166 members, Iot.Device.Ssd13xx 27,700 for 356 and Iot.Device.Button 6,563 for 28: the bound is 1.7 to 4.3 times that.
/// </remarks>
/// <param name="ProjectBytes">Estimate for the projects.</param>
/// <param name="Libraries">How many class libraries they refer to.</param>
/// <param name="Members">Public types and members of those.</param>
public sealed record DeploymentSize(int ProjectBytes, int Libraries, int Members)
{
    private const int BytesPerLibrary = 4_096;
    private const int BytesPerMember = 256;

    /// <summary>At most this for the libraries.</summary>
    public int LibraryBytes => (Libraries * BytesPerLibrary) + (Members * BytesPerMember);

    public int TotalBytes => ProjectBytes + LibraryBytes;

    /// <summary>Of all projects that are no tests.</summary>
    public static DeploymentSize Of(IEnumerable<CompiledProject> projects)
    {
        CompiledProject[] deployed = [.. projects.Where(project => !project.IsTest)];
        var names = deployed.SelectMany(project => project.Compilation.ReferencedAssemblyNames).Select(name => name.Name).ToHashSet();
        ApiAssembly[] libraries = [.. ApiAssembly.All.Where(library => names.Contains(library.Name))];

        return new DeploymentSize(
            deployed.Sum(project => SizeEstimate.Of(project.Image).TotalBytes),
            libraries.Length,
            libraries.Sum(library => library.Types.Sum(type => 1 + type.Members.Count)));
    }
}
