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
        Priorities are those of IEC 60601-1-8. "Patency rate" keeps the artery open at the rate that the order names.

        | no. | alarm | what people read | priority | delivery | delay | latched | source |
        |---|---|---|---|---|---|---|---|

        """;

    public static string Markdown()
    {
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));

        foreach (Alarm row in AlarmTable.Rows)
        {
            string response = row.Response switch
            {
                AlarmResponse.Stop => "stops",
                AlarmResponse.PatencyRate => "patency rate",
                _ => "goes on",
            };
            string delay = row.PersistMs == 0 ? "none" : (row.PersistMs / 1000.0).ToString(CultureInfo.InvariantCulture) + " s";
            text.Append($"| {(int)row.Id} | {row.Id} | {row.Text} | {row.Priority} | {response} | {delay} | {(row.Latched ? "yes" : "no")} | {row.Source} |\n");
        }

        return text.ToString();
    }
}
