using System.Collections.Generic;
using System.Linq;

namespace Haip.VirtualBoard.Campaigns.Accuracy;

/// <summary>One course over many patients. Property names are fields of <c>bench accuracy --json</c>.</summary>
/// <param name="MedianErrorPercent">With its sign: what is wrong with all of them.</param>
/// <param name="P95MeteredErrorPercent">Size of the error of what the pumps believe.</param>
public sealed record CourseRow(
    string Course,
    int Patients,
    double? MedianErrorPercent,
    double? MedianAbsErrorPercent,
    double? P95AbsErrorPercent,
    double? MaxAbsErrorPercent,
    double? P95MeteredErrorPercent)
{
    internal static CourseRow Of(string course, IReadOnlyCollection<AccuracyResult> results)
    {
        Spread errors = Spread.OfSizes(results.Select(result => result.ErrorPercent));
        double? median = Spread.MedianOf([.. results.Select(result => result.ErrorPercent).Order()]);
        return new CourseRow(course, results.Count, median, errors.Median, errors.P95, errors.Max, Spread.OfSizes(results.Select(result => result.MeteredErrorPercent)).P95);
    }
}
