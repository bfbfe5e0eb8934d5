using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;

namespace Haip.VirtualBoard.Campaigns.Accuracy;

/// <summary>The campaign as a page that needs nothing but itself: figures, targets, pictures, and a table for each.</summary>
internal static class AccuracyPage
{
    public static string Of(AccuracyReport report)
    {
        AccuracyFigures f = report.Figures;
        var page = new StringBuilder();
        Page.Begin(page, "Accuracy", WebUtility.HtmlEncode(report.Setup.Command()));
        page.Append("<p>Patients drawn at random, each with a pump, a body and a life of his own; what reached the artery in the fluid model, against what was ordered. ")
            .Append(report.Setup.Tuning
                ? "These are the patients that the firmware was tuned with: they prove nothing.</p>\n"
                : "The firmware was tuned with the even numbers of the population; these are the odd ones, and it knows neither number nor parameters of any.</p>\n");
        Figures(page, f);
        TargetTable.Html(page, report.Targets);
        Courses(page, f);
        AccuracyPictures.Append(page, f);
        Trumpets(page, f);
        Comparison(page, f);
        ControlAlarmTable.Html(page, f.FalseAlarms);
        PublishedFigures.Html(page, PublishedTopic.LongRun, PublishedTopic.ShortTerm, PublishedTopic.Surroundings);
        page.Append(Text($"<h2>Parameters</h2>\n<p>{report.Setup.Patients} patients, seed {report.Setup.Seed}, numbers {report.Setup.Number(0)} to {report.Setup.Number(report.Setup.Patients - 1)} of the population, every second one. "))
            .Append("Method: docs/accuracy.md. Distributions: docs/population.md.</p>\n");
        return Page.End(page);
    }

    private static void Figures(StringBuilder page, AccuracyFigures f)
    {
        page.Append("<div class=\"figures\">");
        Page.Figure(page, Text($"{f.Day.Patients:N0} + {f.Fortnight.Patients:N0}"), "patients, 24 h + 14 days", true);
        Figure(page, f.Day.MedianAbsErrorPercent, "median error of 24 h");
        Figure(page, f.Day.P95AbsErrorPercent, "95 % of patients within");
        Figure(page, f.Day.MaxAbsErrorPercent, "worst patient");
        Figure(page, f.Trumpet15P95Percent, "15-min trumpet, 95 % within");
        Figure(page, f.Trumpet60P95Percent, "1-h trumpet, 95 % within");
        Figure(page, f.Row(AccuracyCourses.Fever).MaxAbsErrorPercent, "worst fever");
        Figure(page, f.Row(AccuracyCourses.Ascent).MaxAbsErrorPercent, "worst ascent");
        page.Append("</div>\n");
    }

    private static void Figure(StringBuilder page, double? percent, string what)
    {
        if (percent is double value)
        {
            Page.Figure(page, Text($"{value:0.00} %"), what, true);
        }
    }

    private static void Courses(StringBuilder page, AccuracyFigures f)
    {
        page.Append("<h2>Volume</h2>\n<p>Error of the volume against the order. <em>Median</em> has its sign and shows what is wrong with all; the others are sizes. <em>Metering</em> is what the pump believes against what the patient got.</p>\n")
            .Append("<div class=\"wide\"><table><thead><tr><th>course<th class=\"n\">patients<th class=\"n\">median<th class=\"n\">size: median<th class=\"n\">95 %<th class=\"n\">worst<th class=\"n\">metering, 95 %</tr></thead><tbody>\n");

        foreach (CourseRow row in f.Courses.Where(row => row.Patients > 0))
        {
            page.Append(Text($"<tr><td>{row.Course}<td class=\"n\">{row.Patients}<td class=\"n\">{row.MedianErrorPercent:+0.00;-0.00;0.00} %<td class=\"n\">{row.MedianAbsErrorPercent:0.00} %<td class=\"n\">{row.P95AbsErrorPercent:0.00} %"))
                .Append(Text($"<td class=\"n\">{row.MaxAbsErrorPercent:0.00} %<td class=\"n\">{row.P95MeteredErrorPercent:0.00} %</tr>\n"));
        }

        page.Append("</tbody></table></div>\n");
    }

    private static void Trumpets(StringBuilder page, AccuracyFigures f)
    {
        (string Title, IReadOnlyList<TrumpetRow> Rows)[] tables =
        [
            ("24 h after the first hour, sampled every 15 minutes as the standard does", f.SampledDayTrumpet),
            ("24 h, wherever the window lies after the first hour", f.DayTrumpet),
            ("Second hour, as the standard looks at a continuous infusion (samples of half a minute)", f.SecondHourTrumpet),
            ("Last hour of 24", f.LastHourTrumpet),
            ("14 days after the first hour, sampled every 15 minutes", f.SampledFortnightTrumpet),
            ("14 days, wherever the window lies after the first hour", f.FortnightTrumpet),
            ("Second day, as the standard looks at an ambulatory infusion (samples of 15 minutes)", f.SecondDayTrumpet),
            ("Last day of 14", f.LastDayTrumpet),
        ];

        foreach ((string title, IReadOnlyList<TrumpetRow> rows) in tables.Where(table => table.Rows.Count > 0))
        {
            page.Append("<h2>").Append(title).Append("</h2>\n<div class=\"wide\"><table><thead><tr><th>window<th class=\"n\">patients<th class=\"n\">median of patients<th class=\"n\">95 % of patients<th class=\"n\">worst patient</tr></thead><tbody>\n");

            foreach (TrumpetRow row in rows)
            {
                page.Append(Text($"<tr><td>{row.WindowMinutes} min<td class=\"n\">{row.Patients}<td class=\"n\">{row.MedianLowPercent:+0.00;-0.00;0.00} to {row.MedianHighPercent:+0.00;-0.00;0.00} %"))
                    .Append(Text($"<td class=\"n\">{row.P95LowPercent:+0.00;-0.00;0.00} to {row.P95HighPercent:+0.00;-0.00;0.00} %<td class=\"n\">{row.LowestPercent:+0.00;-0.00;0.00} to {row.HighestPercent:+0.00;-0.00;0.00} %</tr>\n"));
            }

            page.Append("</tbody></table></div>\n");
        }
    }

    private static void Comparison(StringBuilder page, AccuracyFigures f)
    {
        if (f.Comparison.Count == 0)
        {
            return;
        }

        page.Append("<h2>The same patients with other kinds of pump</h2>\n<p>Computed in the same bodies, air and arteries, set to the same rate: not measured on any product.</p>\n")
            .Append("<div class=\"wide\"><table><thead><tr><th>pump<th>course<th class=\"n\">patients<th class=\"n\">median<th class=\"n\">size: median<th class=\"n\">95 %<th class=\"n\">worst</tr></thead><tbody>\n");

        foreach (AccuracyCourse course in AccuracyCourses.All.Where(course => course.Compared && f.Row(course).Patients > 0))
        {
            CourseRow ours = f.Row(course);
            Row(page, new ComparisonRow("this pump", course.Name, ours.Patients, ours.MedianErrorPercent, ours.MedianAbsErrorPercent, ours.P95AbsErrorPercent, ours.MaxAbsErrorPercent));

            foreach (ComparisonRow row in f.Comparison.Where(row => row.Course == course.Name))
            {
                Row(page, row);
            }
        }

        page.Append("</tbody></table></div>\n");
    }

    private static void Row(StringBuilder page, ComparisonRow row) => page
        .Append(Text($"<tr><td>{WebUtility.HtmlEncode(row.Pump)}<td>{row.Course}<td class=\"n\">{row.Patients}<td class=\"n\">{row.MedianErrorPercent:+0.0;-0.0;0.0} %"))
        .Append(Text($"<td class=\"n\">{row.MedianAbsErrorPercent:0.00} %<td class=\"n\">{row.P95AbsErrorPercent:0.00} %<td class=\"n\">{row.MaxAbsErrorPercent:0.00} %</tr>\n"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
