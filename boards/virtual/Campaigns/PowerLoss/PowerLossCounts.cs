using System.Collections.Generic;

namespace Haip.VirtualBoard.Campaigns.PowerLoss;

/// <summary>What one worker found.</summary>
internal sealed class PowerLossCounts
{
    public long Cuts { get; set; }

    public long Recovered { get; set; }

    public long CountedTwice { get; set; }

    public long Uncounted { get; set; }

    public long EventsLost { get; set; }

    /// <summary>Cuts after which a packet counts that was about to leave.</summary>
    public long CountedBefore { get; set; }

    /// <summary>Cuts after which the pump stops with an alarm instead of going on by an order that was being written.</summary>
    public long Alarmed { get; set; }

    /// <summary>The first of them, to look at.</summary>
    public List<PowerLossCut> Wrong { get; } = [];
}
