namespace Haip.VirtualBoard.Campaigns;

/// <summary>The first line of a part's file.</summary>
/// <param name="Setup">Of the whole campaign.</param>
/// <param name="Shard">From 1, as on the command line.</param>
/// <param name="Results">Lines that follow.</param>
public sealed record PartHeader(CampaignSetup Setup, int Shard, int Shards, int Results);
