using System.Text;

namespace Haip.VirtualBoard.Files;

/// <summary>docs/scenarios.md: how to write a scenario, and those that are built in.</summary>
internal static class ScenariosDocument
{
    private const string Introduction = """
        # Scenario files

        *Printed by `dotnet run --project boards/virtual -- docs`; edit the tables in `boards/virtual/Files` and the files in
        `boards/virtual/Scenarios` instead.*

        A scenario says what happens to the pump and its patient, and when. Run one by name or from a file:
        `dotnet run --project boards/virtual -- run --scenario occlusion`.

        ```json
        {
          "name": "fever-and-a-kink",
          "description": "A fever, and a catheter that kinks for half an hour.",
          "days": 0.5,
          "seed": 7,
          "plant": { "patient": { "heartRateHz": 1.6 } },
          "steps": [
            { "atSeconds": 60, "do": "startTherapy", "rateMlPerDay": 1.3, "days": 14 },
            { "atHours": 1, "do": "bodyTemperature", "celsius": 39.5, "overMinutes": 30 },
            { "atMinutes": 150, "do": "occlude", "factor": 1e6 },
            { "atMinutes": 180, "do": "occlude", "factor": 1 },
          ],
        }
        ```

        | key | meaning |
        |---|---|
        | `name` | what reports call it; required |
        | `description` | for people |
        | `days` | how long the run lasts, 0.001 to 400; otherwise 1 |
        | `seed` | of all noise, a whole number from 0 to 1e9; otherwise 1. The same seed gives the same run |
        | `plant` | the keys of [plant.md](plant.md); they go before those of a plant file |
        | `steps` | what happens, in the order of time |

        A step has one time (`atHours`, `atMinutes` or `atSeconds`, from the start of the run), a verb under `do`, and the verb's
        arguments. An argument without "otherwise" must be given. The pump needs some seconds after power-up: start therapy at 60 s.
        Comments and trailing commas are welcome; whatever is wrong is said in one line.


        """;

    public static string Markdown()
    {
        var text = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        text.Append("## Verbs\n\n").Append(ScenarioVerbs.Markdown());
        text.Append("\n## Parts\n\n").Append(ScenarioParts.Markdown());
        text.Append("\n## Built-in scenarios\n\n| name | days | what happens |\n|---|---|---|\n");

        foreach (Scenario scenario in BuiltInScenarios.All)
        {
            text.Append($"| `{scenario.Name}` | {NumberText.Of(scenario.Days)} | {scenario.Description} |\n");
        }

        return text.ToString();
    }
}
