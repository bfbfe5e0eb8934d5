using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Haip.VirtualBoard.Campaigns.Accuracy;

/// <summary>What the pump has to reach. To add one: a row.</summary>
internal static class AccuracyTargets
{
    /// <summary>What a cough that begins while V2 travels shut pushes back into the chamber at the most (simulated, docs/metering.md): metered, and in the next packet.</summary>
    private const double CoughUl = 0.3;

    public static IEnumerable<Target> Of(AccuracyFigures f) =>
    [
        Of("24 h at 1.3 mL/day, median error", f.Day, f.Day.MedianAbsErrorPercent, 0.5),
        Of("24 h at 1.3 mL/day, 95 % of patients", f.Day, f.Day.P95AbsErrorPercent, 1.5),
        Of("24 h at 1.3 mL/day, worst", f.Day, f.Day.MaxAbsErrorPercent, 4),
        Of("14 days at 1.3 mL/day, median error", f.Fortnight, f.Fortnight.MedianAbsErrorPercent, 0.5),
        Of("14 days at 1.3 mL/day, 95 % of patients", f.Fortnight, f.Fortnight.P95AbsErrorPercent, 1.5),
        Of("14 days at 1.3 mL/day, worst", f.Fortnight, f.Fortnight.MaxAbsErrorPercent, 4),
        Of("15-minute trumpet of 24 h, 95 % of patients", f.Day, f.Trumpet15P95Percent, 3),
        Of("1-hour trumpet of 24 h, 95 % of patients", f.Day, f.Trumpet60P95Percent, 1),
        Of("any 15 minutes of 24 h, 95 % of patients", f.Day, f.Any15P95Percent, 3, Limit(f, 15)),
        Of("any hour of 24 h, 95 % of patients", f.Day, f.Any60P95Percent, 1, Limit(f, 60)),
        .. AccuracyCourses.Rates.Select(course => Of($"24 h at {course.Name}, 95 % of patients", f.Row(course), f.Row(course).P95AbsErrorPercent, 2)),
        Worst("eight hours of fever, 37 to 40 C, worst", f.Row(AccuracyCourses.Fever), 1),
        Worst("ascent to 2,500 m, six hours, worst", f.Row(AccuracyCourses.Ascent), 1),
        Worst("24 h with a drug of 5 mPa.s, worst", f.Row(AccuracyCourses.Thick), 2),
    ];

    private static Target Worst(string name, CourseRow row, double boundPercent) => Of(name, row, row.MaxAbsErrorPercent, boundPercent);

    private static Target Of(string name, CourseRow row, double? percent, double boundPercent, string limit = "") => new(name, row.Patients > 0, percent, boundPercent, "%", Limit: limit);

    /// <summary>What a window that may begin at any moment holds too much or too little, however well the pump keeps its books.</summary>
    private static string Limit(AccuracyFigures f, int minutes) => f.DayPacketUl is not double packetUl ? "" : string.Create(
        CultureInfo.InvariantCulture,
        $"one packet is {AccuracyCourses.Day.WindowPercent(packetUl, minutes):0.00} %, a cough that begins while V2 closes up to {AccuracyCourses.Day.WindowPercent(CoughUl, minutes):0.00} %; the metering errs by {f.Day.P95MeteredErrorPercent:0.00} % in 95 % of patients (docs/metering.md)");
}
