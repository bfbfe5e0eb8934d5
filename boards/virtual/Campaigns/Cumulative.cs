using System.Collections.Generic;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>The share of values up to each, in percent, as a line of steps.</summary>
internal static class Cumulative
{
    private const int MostPoints = 400; // more than a picture shows

    public static IEnumerable<(double X, double Y)> Of(IReadOnlyList<double> sorted)
    {
        double before = 0;
        int stride = (sorted.Count / MostPoints) + 1;

        for (int i = stride - 1; i < sorted.Count; i += stride)
        {
            double share = 100.0 * (i + 1) / sorted.Count;
            yield return (sorted[i], before);
            yield return (sorted[i], share);
            before = share;
        }

        if (sorted.Count > 0)
        {
            yield return (sorted[^1], 100);
        }
    }
}
