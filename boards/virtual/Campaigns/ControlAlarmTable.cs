using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;
using Spectre.Console;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>Every alarm that a pump without a fault has given, and where to look first.</summary>
internal static class ControlAlarmTable
{
    private const int MostOnPage = 200;
    private const int MostOnConsole = 20;

    /// <summary>Nothing when there was none.</summary>
    public static void Html(StringBuilder page, IReadOnlyList<ControlAlarm> alarms)
    {
        if (alarms.Count == 0)
        {
            return;
        }

        page.Append("<h2>False alarms</h2>\n<div class=\"wide\"><table><thead><tr><th>alarm<th class=\"n\">times<th class=\"n\">patients</tr></thead><tbody>\n");

        foreach ((string alarm, int times, int patients) in ByAlarm(alarms))
        {
            page.Append(Text($"<tr><td>{alarm}<td class=\"n\">{times}<td class=\"n\">{patients}</tr>\n"));
        }

        page.Append("</tbody></table></div>\n<br>\n<div class=\"wide\"><table><thead><tr><th>patient<th>during<th>alarm<th class=\"n\">hour<th>what came before</tr></thead><tbody>\n");

        foreach (ControlAlarm alarm in alarms.Take(MostOnPage))
        {
            page.Append(Text($"<tr><td>{alarm.Patient}<td>{alarm.During}<td>{alarm.Alarm}<td class=\"n\">{alarm.AtHours:0.00}<td>{WebUtility.HtmlEncode(alarm.Lately)}</tr>\n"));
        }

        page.Append("</tbody></table></div>\n").Append(alarms.Count > MostOnPage ? Text($"<p>And {alarms.Count - MostOnPage} more, which the JSON lists.</p>\n") : "");
    }

    public static void Write(IAnsiConsole console, IReadOnlyList<ControlAlarm> alarms)
    {
        foreach (ControlAlarm alarm in alarms.Take(MostOnConsole))
        {
            console.WriteLine(Text($"false alarm: patient {alarm.Patient}, {alarm.During}: {alarm.Alarm} at {alarm.AtHours:0.00} h, {alarm.Lately}"));
        }

        foreach ((string alarm, int times, int patients) in ByAlarm(alarms))
        {
            console.WriteLine(Text($"false alarms: {alarm}, {times} in {patients} patients"));
        }
    }

    private static IEnumerable<(string Alarm, int Times, int Patients)> ByAlarm(IReadOnlyList<ControlAlarm> alarms) =>
        alarms.GroupBy(alarm => alarm.Alarm, StringComparer.Ordinal).Select(group => (group.Key, group.Count(), group.Select(alarm => alarm.Patient).Distinct().Count())).OrderByDescending(row => row.Item2);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
