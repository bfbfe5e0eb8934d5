using System;
using System.IO;

namespace Haip.VirtualBoard.Commands;

/// <summary>The folder of a campaign's report: a page for people and JSON for programs.</summary>
internal sealed class ReportFolder
{
    private readonly string _page;
    private readonly string _json;

    /// <summary>Fails before the campaign: nobody shall wait for a result that cannot be written, nor take an earlier one for it.</summary>
    /// <exception cref="BadArgumentException">The folder or a file in it cannot be written.</exception>
    public ReportFolder(string folder, string name)
    {
        _page = Path.Combine(folder, $"{name}.html");
        _json = Path.Combine(folder, $"{name}.json");

        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllText(_page, "");
            File.Delete(_page);
            File.Delete(_json);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadArgumentException($"--out: \"{folder}\" cannot be written: {e.Message}");
        }
    }

    public void Write(string html, string json)
    {
        File.WriteAllText(_page, html);
        File.WriteAllText(_json, json + "\n");
    }
}
