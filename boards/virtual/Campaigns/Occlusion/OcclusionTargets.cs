using System.Collections.Generic;
using System.Linq;

namespace Haip.VirtualBoard.Campaigns.Occlusion;

/// <summary>What the pump has to reach. To add one: a row.</summary>
internal static class OcclusionTargets
{
    private const string NarrowLimit = "thirty times the resistance shows after 4 to 5 minutes with a regular heart, after 10 minutes to two hours with one whose beats differ by a sixth to a quarter (docs/catheter.md)";

    public static IEnumerable<Target> Of(OcclusionFigures f) =>
    [
        Of("blocked at 1.3 mL/day, 95 % of alarms after", f.Usual, f.Usual.P95Seconds, 60, "s", "0.0"),
        Of("blocked at 1.3 mL/day, last alarm after", f.Usual, f.Usual.MaxSeconds, 180, "s", "0.0"),
        Of("blocked at 1.3 mL/day, most missed", f.Usual, f.Usual.MaxMissedUl, 2, "uL", "0.00"),
        Of("blocked at 1.3 mL/day, largest release", f.Usual, f.Usual.MaxReleaseUl, 1, "uL", "0.00"),
        .. OcclusionCases.Blocked.Select(@case => Of($"{@case.Name}, last alarm after", f.Row(@case), f.Row(@case).MaxPackets, 3, "packets", "0")),
        Of("narrow x30, 95 % of alarms after", f.Row(OcclusionCases.Narrow30), f.Partial30P95Minutes, 10, "min", "0.0"),
        .. OcclusionCases.Disconnected.Select(@case => Of($"{@case.Name}, last alarm after", f.Row(@case), f.Row(@case).MaxPackets, 2, "packets", "0")),
        new("cases without their alarm", f.Cases > 0, f.MissedAlarms, 0, "", "0", NarrowLimit),
        new("false alarms", f.PatientDays > 0, f.FalseAlarms.Count, 0, "", "0"),
    ];

    private static Target Of(string name, OcclusionRow row, double? value, double bound, string unit, string format) => new(name, row.Cases > 0, value, bound, unit, format);
}
