using System.Collections.Generic;
using System.Globalization;
using System.Net;
using System.Text;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>Every alarm that a pump without a fault has given, and where to look first.</summary>
internal static class ControlAlarmTable
{
    /// <summary>Nothing when there was none.</summary>
    public static void Html(StringBuilder page, IReadOnlyList<ControlAlarm> alarms)
    {
        if (alarms.Count == 0)
        {
            return;
        }

        page.Append("<h2>False alarms</h2>\n<div class=\"wide\"><table><thead><tr><th>patient<th>alarm<th class=\"n\">hour<th>what came before</tr></thead><tbody>\n");

        foreach (ControlAlarm alarm in alarms)
        {
            page.Append(string.Create(CultureInfo.InvariantCulture, $"<tr><td>{alarm.Patient}<td>{alarm.Alarm}<td class=\"n\">{alarm.AtHours:0.00}<td>{WebUtility.HtmlEncode(alarm.Lately)}</tr>\n"));
        }

        page.Append("</tbody></table></div>\n");
    }
}
