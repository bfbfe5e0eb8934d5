using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace Haip.Flash.Nanoff;

/// <summary>What a board says about itself, as nanoff --nanodevice --devicedetails prints it.</summary>
/// <remarks>Format: nf-debugger, NanoFrameworkDeviceInfo.ToString(). A board that is not running the CLR prints fewer lines, or that it is not valid.</remarks>
/// <param name="Target">Name of the image that runs.</param>
/// <param name="ImageVersion">Version of that image.</param>
/// <param name="Assemblies">Name and version of what is loaded.</param>
public sealed partial record DeviceDetails(string Target, Version ImageVersion, IReadOnlyDictionary<string, string> Assemblies)
{
    /// <returns>Null when the text does not name target, image and assemblies.</returns>
    public static DeviceDetails? Read(string text)
    {
        Match target = TargetLine().Match(text);
        Match version = VersionLine().Match(text);
        Match assemblies = AssemblySection().Match(text);

        if (!target.Success || !version.Success || !assemblies.Success || !Version.TryParse(version.Groups[1].ValueSpan, out Version? image))
        {
            return null;
        }

        var loaded = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (Match line in AssemblyLine().Matches(assemblies.Groups[1].Value))
        {
            loaded[line.Groups[1].Value] = line.Groups[2].Value;
        }

        return new DeviceDetails(target.Groups[1].Value, image, loaded);
    }

    /// <summary>The loaded assemblies that are no part of nanoFramework, for a sentence.</summary>
    public string Applications()
    {
        string[] names = [.. Assemblies.Keys.Where(IsApplication).Order(StringComparer.Ordinal).Take(3)];
        return names.Length == 0 ? "no application" : string.Join(", ", names);
    }

    private static bool IsApplication(string name) =>
        name != "mscorlib" && !name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("nanoFramework.", StringComparison.Ordinal);

    [GeneratedRegex(@"(?m)^\s*Target:\s+(\S+)")]
    private static partial Regex TargetLine();

    [GeneratedRegex(@"(?m)^\s*CLR Version:\s+([\d.]+)")]
    private static partial Regex VersionLine();

    [GeneratedRegex(@"(?m)^Assemblies:\s*?\n((?:[ \t]+\S.*\n?)*)")]
    private static partial Regex AssemblySection();

    [GeneratedRegex(@"(?m)^\s+([^,\s]+), ([\d.]+)")]
    private static partial Regex AssemblyLine();
}
