using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace Haip.HostTests.Device;

/// <summary>The version of the firmware and that of the nanoFramework image stand in one place each.</summary>
public static partial class VersionRules
{
    private static readonly string[] s_texts = [".cs", ".json", ".md", ".ps1", ".yml", ".yaml", ".props", ".csproj", ".nfproj", ".config", ".xml", ".sln", ".html", ".ts"];

    public static IEnumerable<string> Problems(Repository repository)
    {
        MatchCollection versions = VersionAttribute().Matches(repository.Text(CompileRules.VersionFile));

        if (versions.Count != 1 || !Version.TryParse(versions[0].Groups["version"].Value, out _))
        {
            yield return $"{CompileRules.VersionFile} does not state one version";
        }

        foreach (string file in repository.DeviceSources.Where(file => file != CompileRules.VersionFile && AnyVersionAttribute().IsMatch(repository.Text(file))))
        {
            yield return $"{file} states a version; that is the business of {CompileRules.VersionFile}";
        }

        foreach (string file in repository.Files.Where(file => Path.GetExtension(file) is ".props" or ".csproj" && VersionProperty().IsMatch(repository.Text(file))))
        {
            yield return $"{file} states a version; that is the business of {CompileRules.VersionFile}";
        }

        string image = repository.Matrix.ImageVersion;

        foreach (string file in repository.Files.Where(file => s_texts.Contains(Path.GetExtension(file)) && file != PackageMatrix.FileName && repository.Text(file).Contains(image, StringComparison.Ordinal)))
        {
            yield return $"{file} repeats the image version {image} of {PackageMatrix.FileName}";
        }
    }

    [GeneratedRegex("""^\[assembly: AssemblyVersion\("(?<version>[^"]*)"\)\]""", RegexOptions.Multiline)]
    private static partial Regex VersionAttribute();

    [GeneratedRegex(@"^\s*\[assembly:\s*Assembly(File|Informational)?Version", RegexOptions.Multiline)]
    private static partial Regex AnyVersionAttribute();

    [GeneratedRegex(@"<(Assembly|File|Informational|Package)?Version(Prefix)?>\s*[0-9]")]
    private static partial Regex VersionProperty();
}
