using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>A part of a campaign as a text file: a header in JSON, then a result in JSON on each line. docs/accuracy.md describes both.</summary>
public static class PartFile
{
    public const string Extension = ".jsonl";

    /// <summary>accuracy-1-of-4.jsonl.</summary>
    public static string Name(string campaign, CampaignShard shard) => FormattableString.Invariant($"{campaign}-{shard.Index + 1}-of-{shard.Count}{Extension}");

    public static void Write<T>(string path, CampaignSetup setup, CampaignShard shard, IReadOnlyCollection<T> results)
    {
        // Written beside and renamed: a part that was broken off leaves no file that looks like one.
        string unfinished = path + ".unfinished";

        using (var file = new StreamWriter(unfinished) { NewLine = "\n" })
        {
            file.WriteLine(JsonSerializer.Serialize(new PartHeader(setup, shard.Index + 1, shard.Count, results.Count), CampaignJson.Line));

            foreach (T result in results)
            {
                file.WriteLine(JsonSerializer.Serialize(result, CampaignJson.Line));
            }
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <exception cref="InputFileException">The file cannot be read or is no part of a campaign.</exception>
    public static PartHeader ReadHeader(string path) => Read(path, lines => Parsed<PartHeader>(path, 1, lines.FirstOrDefault() ?? ""));

    /// <exception cref="InputFileException">A line cannot be read, or there are fewer than the header says.</exception>
    public static List<T> ReadResults<T>(string path, PartHeader header)
    {
        List<T> results = Read(path, lines => lines.Skip(1).Select((line, i) => Parsed<T>(path, i + 2, line)).ToList());
        return results.Count == header.Results ? results : throw new InputFileException(FormattableString.Invariant($"{path}: holds {results.Count} results and not {header.Results}"));
    }

    private static TResult Read<TResult>(string path, Func<IEnumerable<string>, TResult> read)
    {
        try
        {
            return read(File.ReadLines(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InputFileException($"{path}: cannot be read: {e.Message}");
        }
    }

    private static T Parsed<T>(string path, int line, string text)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, CampaignJson.Line) is { } value ? value : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new InputFileException(FormattableString.Invariant($"{path}: line {line} is not of a part of a campaign"));
        }
    }
}
