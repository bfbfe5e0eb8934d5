using System.Collections.Generic;
using System.Linq;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>One of so many equal parts of a campaign.</summary>
/// <param name="Index">From 0.</param>
public readonly record struct CampaignShard(int Index, int Count)
{
    public static CampaignShard Whole { get; } = new(0, 1);

    public bool IsWhole => Count == 1;

    /// <summary>Every so many-th, so that long and short pieces are spread evenly.</summary>
    public IEnumerable<int> Of(int count)
    {
        int index = Index;
        int shards = Count;
        return Enumerable.Range(0, count).Where(i => i % shards == index);
    }
}
