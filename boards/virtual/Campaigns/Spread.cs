using System;
using System.Collections.Generic;
using System.Linq;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>How large something is in many patients. Null when there are none.</summary>
/// <param name="P95">As much or less in 95 of 100.</param>
public sealed record Spread(int Count, double? Median, double? P95, double? Max)
{
    private const int Digits = 4;

    /// <summary>Of the values without their sign.</summary>
    public static Spread OfSizes(IEnumerable<double> values)
    {
        List<double> sorted = [.. values.Select(Math.Abs).Order()];
        return new Spread(sorted.Count, MedianOf(sorted), Percentile(sorted, 95), sorted.Count == 0 ? null : Math.Round(sorted[^1], Digits));
    }

    /// <summary>The smallest value that at least so many of a hundred do not exceed (nearest rank): never better than what was seen.</summary>
    /// <returns>Null when there are none.</returns>
    public static double? Percentile(IReadOnlyList<double> sorted, double percent)
    {
        // 0.95 x 20 is 19.000000000000004 in binary, which is the nineteenth.
        int rank = (int)Math.Ceiling((percent * sorted.Count / 100) - 1e-9);
        return sorted.Count == 0 ? null : Math.Round(sorted[Math.Max(0, rank - 1)], Digits);
    }

    /// <returns>Null when there are none.</returns>
    public static double? MedianOf(IReadOnlyList<double> sorted) =>
        sorted.Count == 0 ? null : Math.Round((sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2, Digits);
}
