using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Haip.VirtualBoard.Campaigns.PowerLoss;

/// <summary>The power-loss campaign as a page: figures, and the first cuts that went wrong.</summary>
internal static class PowerLossPage
{
    public static string Of(PowerLossReport report)
    {
        var page = new StringBuilder();
        Page.Begin(page, "Power loss", Text($"bench power-loss --seed {report.Seed}"));
        page.Append("<p>A day with orders, boluses, halts, alarms and a loss of power, in a pump whose logs are full. The power goes at every byte of every write to the memory; a pump is started on what is left, ")
            .Append("and what it believes is compared with what had really left the chamber.</p>\n<div class=\"figures\">");
        Page.Figure(page, Text($"{report.Writes:N0}"), "writes", true);
        Page.Figure(page, Text($"{report.Cuts:N0}"), "cuts", true);
        Page.Figure(page, Text($"{report.Recovered:N0}"), "recovered", report.Recovered == report.Cuts);
        Page.Figure(page, Text($"{report.CountedTwice:N0}"), "counted twice", report.CountedTwice == 0);
        Page.Figure(page, Text($"{report.Uncounted:N0}"), "uncounted", report.Uncounted == 0);
        Page.Figure(page, Text($"{report.EventsLost:N0}"), "events lost", report.EventsLost == 0);
        Page.Figure(page, Text($"{report.CountedBefore:N0}"), "with a packet counted that was about to leave", true);
        Page.Figure(page, Text($"{report.Alarmed:N0}"), "with an order half written: an alarm", true);
        page.Append("</div>\n");

        if (report.Wrong.Count > 0)
        {
            page.Append("<h2>The first cuts that went wrong</h2>\n<div class=\"wide\"><table><thead><tr><th>hour<th>address<th>bytes written<th>what<th>packets out<th>counted</tr></thead><tbody>\n");

            foreach (PowerLossCut cut in report.Wrong.Take(50))
            {
                page.Append(Text($"<tr><td class=\"n\">{cut.AtMs / 3.6e6:0.0000}<td class=\"n\">{cut.Address}<td class=\"n\">{cut.BytesWritten}<td class=\"bad\">{cut.Wrong}"))
                    .Append(Text($"<td class=\"n\">{cut.PacketsOut}<td class=\"n\">{cut.PacketsCounted}</tr>\n"));
            }

            page.Append("</tbody></table></div>\n");
        }

        return Page.End(page);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
