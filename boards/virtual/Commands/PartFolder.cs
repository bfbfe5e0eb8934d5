using System;
using System.IO;

namespace Haip.VirtualBoard.Commands;

/// <summary>The folder into which a part of a campaign goes.</summary>
internal static class PartFolder
{
    /// <summary>Fails before the campaign: nobody shall wait for a result that cannot be written, nor take an earlier one for it.</summary>
    /// <returns>The part's path.</returns>
    /// <exception cref="BadArgumentException">The folder or the file cannot be written.</exception>
    public static string Prepare(string folder, string name)
    {
        string path = Path.Combine(folder, name);

        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(path, "");
            File.Delete(path);
            return path;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadArgumentException($"--out: \"{folder}\" cannot be written: {e.Message}");
        }
    }
}
