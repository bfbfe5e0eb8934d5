using System.Collections.Generic;
using System.Text.Json;

namespace Haip.VirtualBoard.Campaigns.PowerLoss;

/// <summary>What cutting the power came to. Property names are the fields of <c>bench power-loss --json</c>.</summary>
/// <param name="Uncounted">Cuts after which a packet that had left was in nobody's books.</param>
/// <param name="EventsLost">Entries that were in a log before the write that was cut, and are missing or different afterwards; the oldest of a full ring is not lost.</param>
/// <param name="CountedBefore">Cuts after which a packet is counted that was about to leave: on the safe side, and one at most.</param>
/// <param name="Alarmed">Cuts after which the pump stops with an alarm, because an order was being written.</param>
/// <param name="Wrong">The first cuts that went wrong.</param>
public sealed record PowerLossReport(
    int Seed,
    int Writes,
    int Packets,
    long Cuts,
    long Recovered,
    long CountedTwice,
    long Uncounted,
    long EventsLost,
    long CountedBefore,
    long Alarmed,
    IReadOnlyList<PowerLossCut> Wrong)
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>Every start knew what had left, and no event was lost.</summary>
    public bool Passed => Recovered == Cuts && CountedTwice == 0 && Uncounted == 0 && EventsLost == 0;

    public string ToJson() => JsonSerializer.Serialize(this, s_json);
}
