using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Spectre.Console;

namespace Haip.VirtualBoard.Campaigns.Accuracy;

/// <summary>A campaign for people at a console.</summary>
internal static class AccuracyText
{
    public static void Write(AccuracyReport report, IAnsiConsole console)
    {
        AccuracyFigures figures = report.Figures;
        Table courses = Columns("course", "patients", "median", "size: median", "95 %", "worst", "metering, 95 %");

        foreach (CourseRow row in figures.Courses.Where(row => row.Patients > 0))
        {
            courses.AddRow(row.Course, Text($"{row.Patients}"), Signed(row.MedianErrorPercent), Size(row.MedianAbsErrorPercent), Size(row.P95AbsErrorPercent), Size(row.MaxAbsErrorPercent), Size(row.P95MeteredErrorPercent));
        }

        foreach (ComparisonRow row in figures.Comparison)
        {
            courses.AddRow(Text($"{row.Course}, {row.Pump}"), Text($"{row.Patients}"), Signed(row.MedianErrorPercent), Size(row.MedianAbsErrorPercent), Size(row.P95AbsErrorPercent), Size(row.MaxAbsErrorPercent), "");
        }

        console.Write(courses);
        Trumpet(console, figures.DayTrumpet);
        Trumpet(console, figures.FortnightTrumpet);

        ControlAlarmTable.Write(console, figures.FalseAlarms);
        TargetTable.Write(console, report.Targets);
    }

    private static void Trumpet(IAnsiConsole console, IReadOnlyList<TrumpetRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        Table trumpet = Columns("window", "patients", "median of patients", "95 % of patients", "worst patient");

        foreach (TrumpetRow row in rows)
        {
            trumpet.AddRow(
                Text($"{row.WindowMinutes} min"), Text($"{row.Patients}"), $"{Signed(row.MedianLowPercent)} to {Signed(row.MedianHighPercent)}", $"{Signed(row.P95LowPercent)} to {Signed(row.P95HighPercent)}",
                $"{Signed(row.LowestPercent)} to {Signed(row.HighestPercent)}");
        }

        console.Write(trumpet);
    }

    private static Table Columns(string first, params string[] names)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn(new Text(first)));

        foreach (string name in names)
        {
            table.AddColumn(new TableColumn(new Text(name)).RightAligned());
        }

        return table;
    }

    private static string Signed(double? percent) => percent is double value ? value.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) + " %" : "";

    private static string Size(double? percent) => percent is double value ? Text($"{value:0.00} %") : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
