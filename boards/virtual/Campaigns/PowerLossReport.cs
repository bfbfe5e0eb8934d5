using System.Collections.Generic;
using System.Text.Json;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>What cutting the power came to. Property names are the fields of <c>bench power-loss --json</c>.</summary>
/// <param name="Uncounted">Cuts after which a packet that had left was in nobody's books.</param>
/// <param name="MostUncounted">Packets in the worst of them.</param>
/// <param name="EventsLost">Null while the firmware keeps no events.</param>
/// <param name="Wrong">The first cuts that went wrong.</param>
public sealed record PowerLossReport(
    int Seed,
    int Writes,
    int Packets,
    long Cuts,
    long Recovered,
    long CountedTwice,
    long Uncounted,
    int MostUncounted,
    long? EventsLost,
    IReadOnlyList<PowerLossCut> Wrong)
{
    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>Every start knew what had left, and no event was lost.</summary>
    public bool Passed => Recovered == Cuts && CountedTwice == 0 && Uncounted == 0 && EventsLost is null or 0;

    public string ToJson() => JsonSerializer.Serialize(this, s_json);
}
