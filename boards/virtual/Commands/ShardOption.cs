using System.CommandLine;
using Haip.VirtualBoard.Campaigns;

namespace Haip.VirtualBoard.Commands;

/// <summary>One of so many equal parts of a campaign.</summary>
internal static class ShardOption
{
    private const string Name = "--shard";
    private const int MaxShards = 1_000_000;

    public static Option<string> Create() => PathOption.Create(Name, "I/N", "The I-th of N equal parts of the campaign");

    /// <param name="text">Null is the whole campaign.</param>
    /// <exception cref="BadArgumentException">It is no such part.</exception>
    public static CampaignShard Parse(string? text)
    {
        if (text is null)
        {
            return CampaignShard.Whole;
        }

        string[] numbers = text.Split('/');

        return numbers.Length == 2 && int.TryParse(numbers[0], out int shard) && int.TryParse(numbers[1], out int shards) && shard >= 1 && shard <= shards && shards <= MaxShards
            ? new CampaignShard(shard - 1, shards)
            : throw new BadArgumentException($"{Name}: \"{text}\" is not one of N parts, as 1/4 is");
    }
}
