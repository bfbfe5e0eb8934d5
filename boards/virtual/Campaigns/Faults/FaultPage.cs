using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;

namespace Haip.VirtualBoard.Campaigns.Faults;

/// <summary>A campaign as a page that needs nothing but itself: figures, a picture and a table for each part.</summary>
internal static class FaultPage
{
    public static string Of(FaultReport report)
    {
        var page = new StringBuilder();
        Page.Begin(page, "Fault campaign", string.Create(CultureInfo.InvariantCulture, $"bench faults --seed {report.Seed}"));
        page.Append("<p>Every part and every fault in every state of the pump, on models of its parts, in a patient. Each case has to end in one of the alarms that its row demands, ")
            .Append("in time, with the pump doing what that alarm's row says, and with at most 5 uL beyond what was permitted.</p>\n");
        Figures(page, report);

        if (report.Failed > 0)
        {
            page.Append("<h2>Failed cases</h2>\n");
            Rows(page, report.Results.Where(result => result.Failed), withGroup: true);
        }

        foreach (IGrouping<string, FaultResult> group in report.Results.GroupBy(result => result.Group))
        {
            page.Append("<h2>").Append(Escape(Capital(group.Key))).Append("</h2>\n<p>Time to the alarm, by state, against the bound (upright line). Seconds, logarithmic.</p>\n");
            page.Append("<div class=\"wide\">").Append(FaultPicture.Svg([.. group])).Append("</div>\n<br>\n");
            Rows(page, group, withGroup: false);
        }

        Controls(page, report);
        return Page.End(page);
    }

    private static void Figures(StringBuilder page, FaultReport report)
    {
        page.Append("<div class=\"figures\">");
        Page.Figure(page, Text($"{report.Results.Count}"), "cases", true);
        Page.Figure(page, Text($"{report.Failed}"), "failed", report.Failed == 0);
        Page.Figure(page, Text($"{report.Silent}"), "silent", report.Silent == 0);
        Page.Figure(page, Text($"{report.MaxExtraUl:0.00} uL"), "most extra drug", report.MaxExtraUl <= FaultRun.MostExtraUl);
        Page.Figure(page, Text($"{report.PatientDays}"), "patient-days without a fault", true);
        Page.Figure(page, Text($"{report.FalseAlarms}"), "false alarms", report.FalseAlarms == 0);
        page.Append("</div>\n");
    }

    private static void Rows(StringBuilder page, IEnumerable<FaultResult> results, bool withGroup)
    {
        page.Append("<div class=\"wide\"><table><thead><tr>").Append(withGroup ? "<th>part or place" : "")
            .Append("<th>fault<th>state<th>alarm<th>after<th>bound<th>then<th>extra<th>verdict</tr></thead><tbody>\n");

        foreach (FaultResult r in results)
        {
            string alarm = r.Raised.Length > 0 ? Escape(r.Raised) : $"<span class=\"soft\">{Escape(r.Others.Length > 0 ? $"only {r.Others}" : "none")}</span>";
            string after = r.AfterSeconds is double seconds ? Text($"{seconds:0.0} s") : "";
            page.Append("<tr>").Append(withGroup ? $"<td>{Escape(r.Group)}" : "").Append("<td>").Append(Escape(r.Fault)).Append("<td>").Append(r.State)
                .Append("<td>").Append(alarm).Append("<td class=\"n\">").Append(after).Append(Text($"<td class=\"n\">{r.BoundSeconds:0} s<td>{r.StateAfter}<td class=\"n\">{r.ExtraUl:0.00} uL"))
                .Append(r.Failed ? $"<td class=\"bad\">{Escape(r.Why)}" : "<td class=\"good\">as demanded").Append("</tr>\n");
        }

        page.Append("</tbody></table></div>\n");
    }

    private static void Controls(StringBuilder page, FaultReport report)
    {
        page.Append("<h2>Without a fault</h2>\n<p>").Append(Text($"{report.PatientDays} patient-days with posture, coughs, walks, sleep, hypotension, arrhythmia and flights"))
            .Append(Text($" gave {report.FalseAlarms} alarms. Noise from seed {report.Seed}.</p>\n"));

        ControlAlarmTable.Html(page, report.ControlAlarms);
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
