using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;
using Spectre.Console;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>Targets for people: what was wanted, what came of it.</summary>
internal static class TargetTable
{
    public static void Html(StringBuilder page, IReadOnlyList<Target> targets)
    {
        page.Append("<h2>Targets</h2>\n<div class=\"wide\"><table><thead><tr><th>figure<th class=\"n\">measured<th class=\"n\">wanted<th>verdict</tr></thead><tbody>\n");

        foreach (Target target in targets)
        {
            page.Append("<tr><td>").Append(WebUtility.HtmlEncode(target.Name)).Append(Limit(target)).Append("<td class=\"n\">").Append(target.ValueText).Append("<td class=\"n\">").Append(target.BoundText)
                .Append(target.Met ? "<td class=\"good\">met" : "<td class=\"bad\">missed").Append("</tr>\n");
        }

        page.Append("</tbody></table></div>\n");
    }

    public static void Write(IAnsiConsole console, IReadOnlyList<Target> targets)
    {
        Table table = new Table().Border(TableBorder.Simple).AddColumn("target").AddColumn(new TableColumn("measured").RightAligned()).AddColumn(new TableColumn("wanted").RightAligned()).AddColumn("");

        foreach (Target target in targets)
        {
            table.AddRow(new Text(target.Name), new Text(target.ValueText), new Text(target.BoundText), new Text(target.Met ? "met" : "MISSED"));
        }

        console.Write(table);

        foreach (Target target in targets.Where(target => !target.Met && target.Limit.Length > 0))
        {
            console.WriteLine($"{target.Name}: {target.Limit}");
        }
    }

    private static string Limit(Target target) => target.Limit.Length == 0 ? "" : $"<div class=\"soft\">{WebUtility.HtmlEncode(target.Limit)}</div>";
}
