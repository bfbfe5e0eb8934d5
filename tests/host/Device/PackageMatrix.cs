using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;

namespace Haip.HostTests.Device;

/// <summary>nanoframework.json: the one place that says which nanoFramework the firmware is built for and runs on.</summary>
public sealed class PackageMatrix
{
    public const string FileName = "nanoframework.json";

    public PackageMatrix(string root)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(root, FileName)));
        ImageVersion = document.RootElement.GetProperty("imageVersion").GetString()!;
        Packages = [.. document.RootElement.GetProperty("packages").EnumerateArray().Select(Package)];
    }

    /// <summary>The nanoFramework image that is flashed.</summary>
    public string ImageVersion { get; }

    public IReadOnlyList<PinnedPackage> Packages { get; }

    public PinnedPackage? Find(string id) => Packages.FirstOrDefault(package => package.Id == id);

    /// <summary>A package and everything that it needs in turn.</summary>
    public IEnumerable<string> Closure(string id) => [id, .. (Find(id)?.Needs ?? []).SelectMany(Closure)];

    private static PinnedPackage Package(JsonElement package) => new(
        package.GetProperty("id").GetString()!,
        package.GetProperty("version").GetString()!,
        [.. package.GetProperty("assemblies").EnumerateArray().Select(Assembly)],
        [.. package.GetProperty("needs").EnumerateArray().Select(need => need.GetString()!)]);

    private static PinnedAssembly Assembly(JsonElement assembly) =>
        new(assembly.GetProperty("name").GetString()!, assembly.GetProperty("version").GetString()!, assembly.GetProperty("file").GetString()!);
}
