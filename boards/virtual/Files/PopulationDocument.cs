using System.Linq;
using System.Text;
using Haip.VirtualBoard.Population;

namespace Haip.VirtualBoard.Files;

/// <summary>docs/population.md: how the patients of the campaigns are drawn.</summary>
internal static class PopulationDocument
{
    private const string Introduction = """
        # The population

        *Printed by `dotnet run --project boards/virtual -- docs`; edit `PopulationTable.cs` and `EpisodeTable.cs` in
        `boards/virtual/Population` instead.*

        The campaigns run the pump in patients who differ. A patient has a number and a seed, and both together always give the
        same pump, the same body and the same life. **Even numbers are for tuning the firmware, odd ones for reports**: nobody is judged by
        patients to whom he was fitted. Every number has random numbers of its own, which hang on its name: a new row changes none of
        the others.

        What has no row is nominal ([plant.md](plant.md)). The firmware knows none of this but the nominal values, and what a
        bench told it about this one pump, with the bench's error.


        """;

    private const string LifeIntroduction = """
        ## Life

        Runs begin at six in the morning. Nights are from ten in the evening to six. On top of them episodes come at random, each kind as often as
        was drawn for the patient, but never two of a kind at once; and more often than in most lives, so that a thousand patient-days hold hundreds of each. What
        comes together adds up, within 33 to 41 C, 65 to 110 kPa, and an artery of 6 to 20 kPa.

        | episode | what happens | a day | size | comes and goes in minutes | lasts minutes | source |
        |---|---|---|---|---|---|---|

        """;

    public static string Markdown()
    {
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));

        foreach (IGrouping<string, PopulationRow> group in PopulationTable.Rows.GroupBy(row => row.Group))
        {
            text.Append($"## {group.Key}\n\n| number | unit | distribution | meaning | source |\n|---|---|---|---|---|\n");

            foreach (PopulationRow row in group)
            {
                text.Append($"| `{row.Name[(group.Key.Length + 1)..]}` | {row.Unit} | {row.Spread.Text} | {row.Meaning} | {row.Source} |\n");
            }

            text.Append('\n');
        }

        text.Append(LifeIntroduction.ReplaceLineEndings("\n"));

        foreach (EpisodeRow row in EpisodeTable.Rows)
        {
            text.Append($"| {row.Name} | {row.Meaning} | {row.PerDay.Text} | {NumberText.WithUnit(row.Size.Text, row.Unit)} | {row.ChangeMinutes.Text} | {row.HoldMinutes.Text} | {row.Source} |\n");
        }

        return text.ToString();
    }
}
