using System;
using System.Collections.Generic;
using System.Linq;

namespace Haip.VirtualBoard.Campaigns.Occlusion;

/// <summary>One case over many patients. Property names are fields of <c>bench occlusion --json</c>.</summary>
/// <param name="Missed">Without an alarm.</param>
/// <param name="P95Seconds">To the alarm; null when more than five of a hundred never came.</param>
/// <param name="MaxSeconds">Null when one never came.</param>
/// <param name="MaxPackets">Between fault and alarm; null when one never came.</param>
public sealed record OcclusionRow(
    string Case,
    int Cases,
    int Missed,
    double? MedianSeconds,
    double? P95Seconds,
    double? MaxSeconds,
    double? P95Packets,
    double? MaxPackets,
    double? MaxMissedUl,
    double? P95ReleaseUl,
    double? MaxReleaseUl)
{
    internal static OcclusionRow Of(string name, IReadOnlyCollection<OcclusionResult> results)
    {
        // An alarm that never came took longer than all others.
        Spread seconds = Spread.OfSizes(results.Select(result => result.AlarmSeconds ?? double.PositiveInfinity));
        Spread packets = Spread.OfSizes(results.Select(result => result.AlarmSeconds is null ? double.PositiveInfinity : result.Packets));
        Spread release = Spread.OfSizes(results.Select(result => result.ReleaseUl));
        return new OcclusionRow(
            name, results.Count, results.Count(result => result.AlarmSeconds is null), Finite(seconds.Median), Finite(seconds.P95), Finite(seconds.Max), Finite(packets.P95), Finite(packets.Max),
            Spread.OfSizes(results.Select(result => result.MissedUl)).Max, release.P95, release.Max);
    }

    private static double? Finite(double? value) => value is double number && double.IsFinite(number) ? number : null;
}
