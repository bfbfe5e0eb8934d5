using System;
using System.IO;

namespace Haip.HostTests.Device;

/// <summary>A copy of what the linter reads, to be spoiled by a test.</summary>
public sealed class RepositoryCopy : IDisposable
{
    private static readonly string[] s_parts = [PackageMatrix.FileName, SolutionRules.Solution, "Directory.Build.props", "firmware/", "drivers/", "boards/reference/", "boards/esp32-", "tests/device/"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("haip-");

    public RepositoryCopy()
    {
        string root = Repository.FindRoot();

        foreach (string file in new Repository(root).Files)
        {
            if (Array.Exists(s_parts, part => file.StartsWith(part, StringComparison.Ordinal)))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
                File.Copy(Path.Combine(root, file), At(file));
            }
        }
    }

    public string Root => _folder.FullName;

    /// <summary>Replaces text that must be there, or the test would prove nothing.</summary>
    public void Replace(string file, string text, string by)
    {
        string before = File.ReadAllText(At(file)).ReplaceLineEndings("\n");

        if (!before.Contains(text, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{file} does not contain {text}");
        }

        File.WriteAllText(At(file), before.Replace(text, by, StringComparison.Ordinal));
    }

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), text);
    }

    public void Move(string from, string to) => File.Move(At(from), At(to));

    public void Delete(string file) => File.Delete(At(file));

    public void Dispose() => _folder.Delete(recursive: true);

    private string At(string file) => Path.Combine(_folder.FullName, file);
}
