using System.Globalization;
using System.Text;
using Haip.Core.Safety;

namespace Haip.VirtualBoard.Files;

/// <summary>docs/alarms.md: the alarm table of the firmware.</summary>
internal static class AlarmsDocument
{
    private const string Introduction = """
        # Alarms

        *Printed by `dotnet run --project boards/virtual -- docs` from `firmware/Core/Safety/AlarmTable.cs`; edit the table instead.*

        The most urgent first. *Delay* is how long a condition must hold. A *latched* alarm stays until a person acknowledges it and
        its condition has gone; the others go by themselves. Clearing an alarm never restarts delivery: a person does.
        Priorities are those of IEC 60601-1-8; an alarm that nobody answers for as long as *escalates* says takes the next higher one.
        An answered alarm that stands calls again, of medium or high priority after 2 minutes, of low after an hour.
        "Patency rate" keeps the artery open at the rate that the order names.

        | no. | alarm | what people read | priority | delivery | delay | latched | escalates |
        |---|---|---|---|---|---|---|---|

        """;

    private const string Reasons = """

        ## Why delivery does what it does

        A stopped pump in an artery clots: only what makes actuator, metering or line untrustworthy stops it. *Required* is the number in
        [requirements.md](requirements.md).

        | alarm | delivery | why | source | required |
        |---|---|---|---|---|

        """;

    public static string Markdown()
    {
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));

        foreach (Alarm row in AlarmTable.Rows)
        {
            string delay = row.PersistMs == 0 ? "none" : (row.PersistMs / 1000.0).ToString(CultureInfo.InvariantCulture) + " s";
            string escalates = row.EscalateMinutes == 0 ? "no" : $"{row.EscalateMinutes} min";
            text.Append($"| {(int)row.Id} | {row.Id} | {row.Text} | {row.Priority} | {Delivery(row)} | {delay} | {(row.Latched ? "yes" : "no")} | {escalates} |\n");
        }

        text.Append(Reasons.ReplaceLineEndings("\n"));

        foreach (Alarm row in AlarmTable.Rows)
        {
            text.Append($"| {row.Id} | {Delivery(row)} | {row.Why} | {row.Source} | {row.Requirement} |\n");
        }

        return text.ToString();
    }

    private static string Delivery(Alarm row) => row.Response switch
    {
        AlarmResponse.Stop => "stops",
        AlarmResponse.PatencyRate => "patency rate",
        _ => "goes on",
    };
}
