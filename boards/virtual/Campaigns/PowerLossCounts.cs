using System.Collections.Generic;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>What one worker found.</summary>
internal sealed class PowerLossCounts
{
    public long Cuts { get; set; }

    public long Recovered { get; set; }

    public long CountedTwice { get; set; }

    public long Uncounted { get; set; }

    public int MostUncounted { get; set; }

    /// <summary>The first of them, to look at.</summary>
    public List<PowerLossCut> Wrong { get; } = [];
}
