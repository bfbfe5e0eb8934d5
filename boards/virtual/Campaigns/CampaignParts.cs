using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>Joins the files of a campaign's parts: all of them, each once, and of one and the same campaign.</summary>
internal static class CampaignParts
{
    /// <param name="paths">Files, or folders that hold them.</param>
    /// <exception cref="InputFileException">They are not the parts of one campaign.</exception>
    public static ICampaignReport Join(IEnumerable<string> paths)
    {
        List<CampaignPart> parts = [.. paths.SelectMany(Files).Select(path => new CampaignPart(path, PartFile.ReadHeader(path)))];
        CampaignPart first = parts.Count > 0 ? parts[0] : throw new InputFileException("there is no part of a campaign to join");
        CampaignSetup setup = first.Header.Setup;

        foreach (CampaignPart part in parts)
        {
            if (part.Header.Setup != setup || part.Header.Shards != first.Header.Shards)
            {
                throw new InputFileException($"{part.Path}: is of {Whole(part.Header)}, and {first.Path} of {Whole(first.Header)}");
            }
        }

        Dictionary<int, string> byShard = [];

        foreach (CampaignPart part in parts)
        {
            if (!byShard.TryAdd(part.Header.Shard, part.Path))
            {
                throw new InputFileException(FormattableString.Invariant($"{part.Path}: part {part.Header.Shard} is already in {byShard[part.Header.Shard]}"));
            }
        }

        int missing = Enumerable.Range(1, first.Header.Shards).FirstOrDefault(shard => !byShard.ContainsKey(shard));

        if (missing > 0)
        {
            throw new InputFileException(FormattableString.Invariant($"part {missing} of {first.Header.Shards} is missing: {setup.Command()} --shard {missing}/{first.Header.Shards}"));
        }

        IPopulationCampaign campaign = PopulationCampaigns.All.FirstOrDefault(row => row.Name == setup.Campaign)
            ?? throw new InputFileException($"{first.Path}: is of a campaign that is not known, {setup.Campaign}");
        return campaign.Join(setup, parts);
    }

    private static string Whole(PartHeader header) => FormattableString.Invariant($"\"{header.Setup.Command()}\" with firmware {header.Setup.Version} in {header.Shards} parts");

    private static IEnumerable<string> Files(string path)
    {
        try
        {
            return Directory.Exists(path) ? Directory.GetFiles(path, "*" + PartFile.Extension).Order(StringComparer.Ordinal) : [path];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputFileException($"{path}: cannot be read: {e.Message}");
        }
    }
}
