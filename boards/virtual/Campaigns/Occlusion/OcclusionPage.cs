using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;

namespace Haip.VirtualBoard.Campaigns.Occlusion;

/// <summary>The campaign as a page that needs nothing but itself: figures, targets, pictures, tables, and every case to look at.</summary>
internal static class OcclusionPage
{
    private const int MostOdd = 100;
    private const double SecondsPerMinute = 60;

    public static string Of(OcclusionReport report)
    {
        OcclusionFigures f = report.Figures;
        var page = new StringBuilder();
        Page.Begin(page, "Occlusion", WebUtility.HtmlEncode(report.Setup.Command()));
        page.Append("<p>Catheters of patients drawn at random that fail at a random moment of a random hour of their day, and days of others that do not fail. ")
            .Append(report.Setup.Tuning
                ? "These are the patients that the firmware was tuned with: they prove nothing.</p>\n"
                : "The firmware was tuned with the even numbers of the population; these are the odd ones, and it knows neither number nor parameters of any.</p>\n");
        Figures(page, f);
        TargetTable.Html(page, report.Targets);
        Table(page, f);
        Picture(page, f, "Blocked", "Time from a complete occlusion to its alarm. Logarithmic.", OcclusionCases.Blocked, "seconds", 1, [1, 3, 10, 30, 60, 180, 600, 1_800], f.Usual.Cases > 0 ? [60, 180] : []);
        Picture(page, f, "Narrow", "Time from a partial occlusion to an alarm about the catheter, at 1.3 mL/day. Logarithmic.", OcclusionCases.Narrow, "minutes", SecondsPerMinute, [0.1, 0.3, 1, 3, 10, 30, 120], [10]);
        Picture(page, f, "Disconnected", "Time from a catheter that slips out of the artery to its alarm. Logarithmic.", OcclusionCases.Disconnected, "seconds", 1, [1, 3, 10, 30, 60, 180, 600, 1_800], []);
        Lives(page, f);
        Odd(page, f);
        PublishedFigures.Html(page, PublishedTopic.Occlusion);
        page.Append(Text($"<h2>Parameters</h2>\n<p>{report.Setup.Patients} patients for each case, {f.PatientDays} patient-days without a fault in lives of {OcclusionLife.DaysEach} days, seed {report.Setup.Seed}, numbers from {report.Setup.Number(0)} of the population, every second one. "))
            .Append("Method: docs/accuracy.md. Distributions: docs/population.md.</p>\n");
        return Page.End(page);
    }

    private static void Figures(StringBuilder page, OcclusionFigures f)
    {
        page.Append("<div class=\"figures\">");
        Page.Figure(page, Text($"{f.Cases:N0}"), "catheters that failed", true);
        Page.Figure(page, Text($"{f.MissedAlarms}"), "without their alarm", f.MissedAlarms == 0);
        Figure(page, f.Usual.P95Seconds, "s", "95 % of alarms, 1.3 mL/day");
        Figure(page, f.Usual.MaxSeconds, "s", "last alarm, 1.3 mL/day");
        Figure(page, f.Usual.MaxMissedUl, "uL", "most missed");
        Figure(page, f.Usual.MaxReleaseUl, "uL", "largest release");
        Figure(page, f.Partial30P95Minutes, "min", "95 % of alarms, x30");
        Page.Figure(page, Text($"{f.PatientDays:N0}"), "patient-days without a fault", true);
        Page.Figure(page, Text($"{f.FalseAlarms.Count}"), "false alarms", f.FalseAlarms.Count == 0);
        page.Append("</div>\n");
    }

    private static void Figure(StringBuilder page, double? value, string unit, string what)
    {
        if (value is double number)
        {
            Page.Figure(page, Text($"{number:0.##} {unit}"), what, true);
        }
    }

    private static void Table(StringBuilder page, OcclusionFigures f)
    {
        page.Append("<h2>Cases</h2>\n<p><em>Packets</em> began to leave the chamber between fault and alarm. <em>Missed</em> was ordered in that time, or in all the time that was waited, and not delivered. ")
            .Append("<em>Release</em> is the most that the catheter held beyond an open one until two minutes after the alarm. Nothing stands where an alarm never came.</p>\n")
            .Append("<div class=\"wide\"><table><thead><tr><th>case<th class=\"n\">cases<th class=\"n\">no alarm<th class=\"n\">median<th class=\"n\">95 %<th class=\"n\">last<th class=\"n\">packets, 95 %<th class=\"n\">packets, most<th class=\"n\">most missed<th class=\"n\">release, 95 %<th class=\"n\">largest release</tr></thead><tbody>\n");

        foreach (OcclusionRow row in f.Rows.Where(row => row.Cases > 0))
        {
            page.Append(Text($"<tr><td>{row.Case}<td class=\"n\">{row.Cases}<td class=\"n{(row.Missed > 0 ? " bad" : "")}\">{row.Missed}<td class=\"n\">{Seconds(row.MedianSeconds)}<td class=\"n\">{Seconds(row.P95Seconds)}<td class=\"n\">{Seconds(row.MaxSeconds)}"))
                .Append(Text($"<td class=\"n\">{row.P95Packets:0}<td class=\"n\">{row.MaxPackets:0}<td class=\"n\">{row.MaxMissedUl:0.00} uL<td class=\"n\">{row.P95ReleaseUl:0.00} uL<td class=\"n\">{row.MaxReleaseUl:0.00} uL</tr>\n"));
        }

        page.Append("</tbody></table></div>\n");
    }

    private static void Picture(StringBuilder page, OcclusionFigures f, string title, string sentence, IReadOnlyList<OcclusionCase> cases, string unit, double unitSeconds, double[] ticks, double[] bounds)
    {
        if (cases.All(@case => f.Row(@case).Cases == 0))
        {
            return;
        }

        var plot = new Plot(title, PlotAxis.Log($"{unit} to the alarm", ticks), PlotAxis.Linear("% of cases", 0, 100));
        int colour = 0;

        foreach (OcclusionCase @case in cases.Where(@case => f.Row(@case).Cases > 0))
        {
            IReadOnlyCollection<OcclusionResult> results = f.Of(@case);
            List<double> times = [.. results.Select(result => result.AlarmSeconds).OfType<double>().Select(seconds => seconds / unitSeconds).Order()];
            double share = (double)times.Count / results.Count;
            plot.Line(Cumulative.Of(times).Select(point => (point.X, point.Y * share)), colour++, @case.ShortName);
        }

        Array.ForEach(bounds, plot.BoundAt);
        Page.Picture(page, title, sentence, plot);
    }

    private static void Lives(StringBuilder page, OcclusionFigures f)
    {
        page.Append("<h2>Without a fault</h2>\n<p>")
            .Append(Text($"{f.PatientDays} patient-days at 0.5 to 2 mL/day, with a bolus, and with everything that patients meet. False alarms, about the catheter or anything else: {f.FalseAlarms.Count}. "))
            .Append(Text($"{f.TrueAlarms} other alarms told the truth: air or temperature were beyond their limits, or the reservoir ran low.</p>\n"));
        ControlAlarmTable.Html(page, f.FalseAlarms);
    }

    private static void Odd(StringBuilder page, OcclusionFigures f)
    {
        if (f.Odd.Count == 0)
        {
            return;
        }

        page.Append(Text($"<h2>Cases to look at</h2>\n<p>No alarm, or the pump did not deliver when the fault came. The first {Math.Min(MostOdd, f.Odd.Count)} of {f.Odd.Count}.</p>\n"))
            .Append("<div class=\"wide\"><table><thead><tr><th>patient<th>case<th>alarm<th>others<th>was</tr></thead><tbody>\n");

        foreach (OcclusionResult odd in f.Odd.Take(MostOdd))
        {
            page.Append(Text($"<tr><td>{odd.Patient}<td>{odd.Case}<td>{(odd.AlarmSeconds is null ? "none" : odd.Alarm)}<td>{odd.Others}<td>{odd.NotReady}</tr>\n"));
        }

        page.Append("</tbody></table></div>\n");
    }

    private static string Seconds(double? seconds) => seconds is double value ? Text($"{value:0.0} s") : "";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
