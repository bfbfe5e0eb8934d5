using System;
using System.Globalization;
using System.Linq;
using Spectre.Console;

namespace Haip.VirtualBoard.Campaigns.Occlusion;

/// <summary>A campaign for people at a console.</summary>
internal static class OcclusionText
{
    private const int MostOdd = 20;

    public static void Write(OcclusionReport report, IAnsiConsole console)
    {
        OcclusionFigures figures = report.Figures;
        Table table = new Table().Border(TableBorder.Simple).AddColumn("case");

        foreach (string name in new[] { "cases", "no alarm", "median", "95 %", "last", "packets", "missed", "release" })
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        foreach (OcclusionRow row in figures.Rows.Where(row => row.Cases > 0))
        {
            table.AddRow(
                row.Case, Text($"{row.Cases}"), Text($"{row.Missed}"), Seconds(row.MedianSeconds), Seconds(row.P95Seconds), Seconds(row.MaxSeconds), row.MaxPackets is double packets ? Text($"{packets:0}") : "",
                Text($"{row.MaxMissedUl:0.00} uL"), Text($"{row.MaxReleaseUl:0.00} uL"));
        }

        console.Write(table);

        foreach (OcclusionResult odd in figures.Odd.Take(MostOdd))
        {
            console.WriteLine(Text($"to look at: patient {odd.Patient}, {odd.Case}: {(odd.AlarmSeconds is null ? "no alarm" : odd.Alarm)}{(odd.Others.Length > 0 ? ", besides " + odd.Others : "")}{(odd.NotReady.Length > 0 ? ", was " + odd.NotReady : "")}"));
        }

        ControlAlarmTable.Write(console, figures.FalseAlarms);
        console.WriteLine(Text($"{figures.PatientDays} patient-days without a fault, {figures.FalseAlarms.Count} false alarms, {figures.TrueAlarms} that were right"));
        TargetTable.Write(console, report.Targets);
    }

    private static string Seconds(double? seconds) => seconds is double value ? Text($"{value:0.0} s") : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
