using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>What is published about real pumps. They were measured on benches and in patients, ours on models: read them beside each other, not against each other.</summary>
/// <remarks>Most figures were taken from abstracts and manuals; look up the full text before quoting one.</remarks>
internal static class PublishedFigures
{
#pragma warning disable format // columns
    public static IReadOnlyList<PublishedFigure> Rows { get; } =
    [
        new(PublishedTopic.LongRun, "SynchroMed II", "label", "within 14.5 % of the programmed rate", "ECRI alert, 24 March 2014"),
        new(PublishedTopic.LongRun, "SynchroMed II", "in patients", "+1.0 % cumulative, +2.5 % per refill", "Wesemann 2014, PMC4218763"),
        new(PublishedTopic.LongRun, "SynchroMed II", "on the bench", "-2.4 % per refill", "Wesemann 2014, PMC4218763"),
        new(PublishedTopic.LongRun, "Prometra", "in patients", "96.8 % delivered (90 % CI 95.5 to 97.7), accepted 85 to 115 %", "Prometra II instructions for use, p. 22"),
        new(PublishedTopic.LongRun, "Prometra", "over 2.5 years", "97.9 % delivered", "PubMed 23057877"),
        new(PublishedTopic.LongRun, "Constant-flow oncology pump, 60 mL", "14,191 pump-days", "90.26 % flow accuracy", "Damascelli, doi 10.1007/S002709900326"),
        new(PublishedTopic.LongRun, "Sigi patch pump, prototype", "basal over 72 h", "mean deviation below 1 %", "PMC10658680"),

        new(PublishedTopic.ShortTerm, "JewelPUMP (MEMS)", "15-minute windows at 10 uL/h, median", "1.02 %", "doi 10.1177/1932296814543946"),
        new(PublishedTopic.ShortTerm, "Animas, Combo, Paradigm", "15-minute windows at 10 uL/h, median", "1.60, 1.66, 2.22 %", "doi 10.1177/1932296814543946"),
        new(PublishedTopic.ShortTerm, "Omnipod", "15-minute windows at 10 uL/h, median", "4.63 %", "doi 10.1177/1932296814543946"),
        new(PublishedTopic.ShortTerm, "Tubeless pumps", "1-hour windows within 15 %", "48 to 98 % of windows", "researcher.life 496720bc"),
        new(PublishedTopic.ShortTerm, "Omnipod 5", "label, 10 uL/h over 1 h and 12 h", "-35 to +55 %, -12 to +11 %", "Omnipod 5 manual, part 8"),
        new(PublishedTopic.ShortTerm, "Sigi patch pump, prototype", "bolus", "within 2 %", "PMC10658680"),
        new(PublishedTopic.ShortTerm, "Cellnovo, OmniPod", "single pulses of 0.5 uL beyond 15 %", "35.0 %, 57.4 % of pulses", "PubMed 29632592"),

        new(PublishedTopic.Surroundings, "Springfusor (capillary)", "25 to 30 C", "+10.8 %", "PubMed 9379068"),
        new(PublishedTopic.Surroundings, "Non-electric pumps", "800 hPa", "-19 to -27 %", "Mizuuchi 2003"),
        new(PublishedTopic.Surroundings, "CADD-Solis (peristaltic)", "2 C; 40 C", "-12 to -1 %; -10 to +10 %", "CADD-Solis manual, pp. 74-75"),
        new(PublishedTopic.Surroundings, "MiniMed implantable", "limits of use", "2,500 m; 40 C for an hour", "MiniMed 3150 manual, p. 70"),

        new(PublishedTopic.Occlusion, "Insulin pumps, 6 models", "10 uL/h; 1 uL/h", "below 5 h; 4 h to more than 40 h", "doi 10.1177/1932296817750404"),
        new(PublishedTopic.Occlusion, "Sigi patch pump, prototype", "1 and 10 uL/h", "below 30 min", "PMC10658680"),
        new(PublishedTopic.Occlusion, "Tubeless pumps", "10 uL/h; 1 uL/h", "3 to 7.5 h; more than 24 h or never", "researcher.life 496720bc"),
        new(PublishedTopic.Occlusion, "MiniMed 511", "10 uL/h, smallest, typical, largest", "30, 75, 180 min; up to 30 uL missed and released", "MMT-511 manual, p. 158"),
        new(PublishedTopic.Occlusion, "D-TRONplus", "missed", "20 to 50 uL, at most 80 uL", "D-TRONplus manual, p. 94"),
        new(PublishedTopic.Occlusion, "Syringe pump, 50 mL", "0.5 mL/h", "117 min", "Donmez 2005, PubMed 15787919"),
        new(PublishedTopic.Occlusion, "Generic Infusion Pump, requirement", "release bolus", "at most 500 uL", "GIP v1.0, 1.10.7"),
    ];
#pragma warning restore format

    public static void Html(StringBuilder page, params PublishedTopic[] topics)
    {
        page.Append("<h2>Published figures of real pumps</h2>\n<p>Measured on benches and in patients, where ours are computed on models: beside each other, not against each other. Taken from abstracts and manuals.</p>\n")
            .Append("<div class=\"wide\"><table><thead><tr><th>pump<th>what<th>figure<th>source</tr></thead><tbody>\n");

        foreach (PublishedFigure row in Rows.Where(row => topics.Length == 0 || System.Array.IndexOf(topics, row.About) >= 0))
        {
            page.Append("<tr><td>").Append(Escape(row.Device)).Append("<td>").Append(Escape(row.What)).Append("<td>").Append(Escape(row.Figure)).Append("<td class=\"soft\">").Append(Escape(row.Source)).Append("</tr>\n");
        }

        page.Append("</tbody></table></div>\n");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
