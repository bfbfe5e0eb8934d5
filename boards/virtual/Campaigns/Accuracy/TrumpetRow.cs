using System.Collections.Generic;
using System.Linq;

namespace Haip.VirtualBoard.Campaigns.Accuracy;

/// <summary>One window of a trumpet curve over many patients. Property names are fields of <c>bench accuracy --json</c>.</summary>
/// <param name="MedianLowPercent">Of the patients' lowest errors.</param>
/// <param name="P95LowPercent">95 of 100 patients stay above it.</param>
/// <param name="LowestPercent">Of all patients.</param>
/// <param name="P95SizePercent">95 of 100 patients stay within it on both sides.</param>
public sealed record TrumpetRow(
    int WindowMinutes,
    int Patients,
    double MedianLowPercent,
    double MedianHighPercent,
    double P95LowPercent,
    double P95HighPercent,
    double LowestPercent,
    double HighestPercent,
    double P95SizePercent)
{
    /// <summary>A row for each window that somebody's run was long enough for.</summary>
    public static IReadOnlyList<TrumpetRow> Of(IEnumerable<SortedDictionary<int, double[]>?> curves)
    {
        return [.. curves.OfType<SortedDictionary<int, double[]>>().SelectMany(curve => curve).GroupBy(window => window.Key).OrderBy(window => window.Key).Select(Row)];
    }

    private static TrumpetRow Row(IGrouping<int, KeyValuePair<int, double[]>> window)
    {
        List<double> low = [.. window.Select(patient => patient.Value[0]).Order()];
        List<double> high = [.. window.Select(patient => patient.Value[1]).Order()];
        List<double> fallen = [.. low.Select(value => -value).Order()];
        Spread size = Spread.OfSizes(window.Select(patient => System.Math.Max(System.Math.Abs(patient.Value[0]), System.Math.Abs(patient.Value[1]))));
        return new TrumpetRow(
            window.Key, low.Count, Spread.MedianOf(low)!.Value, Spread.MedianOf(high)!.Value,
            -Spread.Percentile(fallen, 95)!.Value, Spread.Percentile(high, 95)!.Value, low[0], high[^1], size.P95!.Value);
    }
}
