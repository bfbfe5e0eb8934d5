using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;

namespace Haip.VirtualBoard.Campaigns.Faults;

/// <summary>When the alarms of one part came, a line for each fault and a dot for each state, against the bounds.</summary>
internal static class FaultPicture
{
    private const int Width = 1_100;
    private const int Left = 300;
    private const int Right = 1_040;
    private const int Top = 34;
    private const int LineHeight = 26;
    private const double LeastSeconds = 0.1;
    private const double MostSeconds = 10_000;

    public static string Svg(IReadOnlyList<FaultResult> results)
    {
        List<IGrouping<string, FaultResult>> faults = [.. results.GroupBy(result => result.Fault)];
        int height = Top + (faults.Count * LineHeight) + 12;
        var svg = new StringBuilder(Text($"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"time to the alarm\">"));

        for (double seconds = LeastSeconds; seconds <= MostSeconds; seconds *= 10)
        {
            svg.Append(Text($"<line x1=\"{X(seconds):0}\" x2=\"{X(seconds):0}\" y1=\"{Top - 8}\" y2=\"{height - 12}\" stroke=\"var(--line)\"/>"));
            svg.Append(Text($"<text x=\"{X(seconds):0}\" y=\"{Top - 14}\" text-anchor=\"middle\">{seconds:0.#}</text>"));
        }

        for (int i = 0; i < faults.Count; i++)
        {
            int y = Top + (i * LineHeight) + (LineHeight / 2);
            svg.Append(Text($"<text x=\"{Left - 24}\" y=\"{y + 4}\" text-anchor=\"end\">{WebUtility.HtmlEncode(faults[i].Key)}</text>"));

            foreach (FaultResult result in faults[i])
            {
                Append(svg, result, y);
            }
        }

        return svg.Append("</svg>").ToString();
    }

    // A case without its alarm is a cross at the right edge.
    private static void Append(StringBuilder svg, FaultResult result, int y)
    {
        string colour = result.Failed ? "var(--bad)" : "var(--good)";
        string title = WebUtility.HtmlEncode(Text($"{result.State}: {(result.Failed ? result.Why : "as demanded")}"));
        double boundX = X(result.BoundSeconds);
        svg.Append(Text($"<line x1=\"{boundX:0}\" x2=\"{boundX:0}\" y1=\"{y - 8}\" y2=\"{y + 8}\" stroke=\"var(--mark)\" stroke-width=\"1.5\"/>"));

        if (result.AfterSeconds is double seconds)
        {
            svg.Append(Text($"<circle cx=\"{X(seconds):0.0}\" cy=\"{y}\" r=\"4.5\" fill=\"{colour}\" fill-opacity=\".75\"><title>{title}</title></circle>"));
        }
        else if (result.Failed)
        {
            svg.Append(Text($"<path d=\"M{Right + 14},{y - 5}l10,10m0,-10l-10,10\" stroke=\"{colour}\" stroke-width=\"2\"><title>{title}</title></path>"));
        }
    }

    private static double X(double seconds) =>
        Left + ((Right - Left) * Math.Log(Math.Clamp(seconds, LeastSeconds, MostSeconds) / LeastSeconds) / Math.Log(MostSeconds / LeastSeconds));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
