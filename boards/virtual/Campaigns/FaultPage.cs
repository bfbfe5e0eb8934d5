using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>A campaign as a page that needs nothing but itself: figures, a picture and a table for each part.</summary>
internal static class FaultPage
{
    private const string Style = """
        :root{color-scheme:light dark;--back:#f6f7f8;--panel:#ffffff;--ink:#1b2329;--soft:#5d6b75;--line:#d9dfe3;--good:#2f7d5b;--bad:#b3372f;--mark:#8895a0}
        @media(prefers-color-scheme:dark){:root{--back:#11161a;--panel:#182026;--ink:#dfe6ea;--soft:#8d9ba5;--line:#2a343b;--good:#5fb88f;--bad:#e8776d;--mark:#62717c}}
        *{box-sizing:border-box}body{margin:0;background:var(--back);color:var(--ink);font:15px/1.5 system-ui,sans-serif}
        main{max-width:76rem;margin:0 auto;padding:2.5rem 1.5rem}h1{font-size:1.5rem;font-weight:600;margin:0}h2{font-size:1.05rem;font-weight:600;margin:2.5rem 0 .75rem}
        p{color:var(--soft);margin:.4rem 0;max-width:46rem}.figures{display:flex;flex-wrap:wrap;gap:.75rem;margin:1.5rem 0}
        .figures div{background:var(--panel);border:1px solid var(--line);border-radius:6px;padding:.7rem 1.1rem;min-width:8rem}
        .figures b{display:block;font-size:1.5rem;font-weight:500;font-variant-numeric:tabular-nums}.figures span{color:var(--soft);font-size:.82rem}
        .wide{overflow-x:auto;background:var(--panel);border:1px solid var(--line);border-radius:6px}
        table{border-collapse:collapse;width:100%;font-size:.86rem;font-variant-numeric:tabular-nums}th,td{text-align:left;padding:.35rem .8rem;border-top:1px solid var(--line);vertical-align:top}
        thead th{border-top:0;color:var(--soft);font-weight:500}td.n{text-align:right;white-space:nowrap}.good{color:var(--good)}.bad{color:var(--bad)}.soft{color:var(--soft)}
        svg{display:block;width:100%;height:auto}svg text{fill:var(--soft);font:12px system-ui,sans-serif}
        """;

    public static string Of(FaultReport report)
    {
        var page = new StringBuilder();
        page.Append("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n<title>Fault campaign</title>\n");
        page.Append("<style>\n").Append(Style.ReplaceLineEndings("\n")).Append("\n</style>\n<main>\n<h1>Fault campaign</h1>\n");
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
        return page.Append("</main>\n</html>\n").ToString();
    }

    private static void Figures(StringBuilder page, FaultReport report)
    {
        page.Append("<div class=\"figures\">");
        Figure(page, Text($"{report.Results.Count}"), "cases", true);
        Figure(page, Text($"{report.Failed}"), "failed", report.Failed == 0);
        Figure(page, Text($"{report.Silent}"), "silent", report.Silent == 0);
        Figure(page, Text($"{report.MaxExtraUl:0.00} uL"), "most extra drug", report.MaxExtraUl <= FaultRun.MostExtraUl);
        Figure(page, Text($"{report.PatientDays}"), "patient-days without a fault", true);
        Figure(page, Text($"{report.FalseAlarms}"), "false alarms", report.FalseAlarms == 0);
        page.Append("</div>\n");
    }

    private static void Figure(StringBuilder page, string number, string what, bool good) =>
        page.Append("<div><b").Append(good ? "" : " class=\"bad\"").Append('>').Append(number).Append("</b><span>").Append(what).Append("</span></div>");

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

        if (report.FalseAlarms == 0)
        {
            return;
        }

        page.Append("<div class=\"wide\"><table><thead><tr><th>patient<th>alarm<th>hour<th>what came before</tr></thead><tbody>\n");

        foreach (ControlAlarm alarm in report.ControlAlarms)
        {
            page.Append(Text($"<tr><td>{alarm.Patient}<td>{alarm.Alarm}<td class=\"n\">{alarm.AtHours:0.00}<td>{Escape(alarm.Lately)}</tr>\n"));
        }

        page.Append("</tbody></table></div>\n");
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
