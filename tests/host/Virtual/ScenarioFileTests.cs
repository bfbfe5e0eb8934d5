using System;
using System.Linq;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Xunit;

namespace Haip.HostTests.Virtual;

[Trait("Category", "Virtual")]
public sealed class ScenarioFileTests : IDisposable
{
    private readonly InputFileFixture _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void A_good_file_becomes_a_scenario()
    {
        Scenario scenario = ScenarioFile.Read(_files.Write("my.json", """
            {
              "name": "mine", "description": "Everything once.", "days": 2.5, "seed": 42,
              "plant": { "patient": { "bodyC": 36.5 } },
              "steps": [
                { "atSeconds": 60, "do": "startTherapy", "rateMlPerDay": 1.3 },
                { "atMinutes": 30, "do": "startBolus", "volumeMl": 0.5, "rateMlPerDay": 12 },
                { "atHours": 0.5, "do": "unplug", "part": "drugTemperature" }, // at the same time
                { "atHours": 2.5, "do": "occlude" },
                { "atHours": 60, "do": "bodyTemperature", "celsius": 39, "overMinutes": 30 },
              ],
            }
            """));

        var plant = new PlantParameters { HeartRateHz = 2 };
        scenario.ApplyTo(plant);

        Assert.Equal(("mine", "Everything once.", 2.5, 42), (scenario.Name, scenario.Description, scenario.Days, scenario.Seed));
        Assert.Equal((36.5, 2.0), (plant.BodyC, plant.HeartRateHz));
        Assert.Equal(
            [
                new(60_000, ScenarioVerb.StartTherapy, 1.3, 14 * 86_400, ScenarioPart.None),
                new(1_800_000, ScenarioVerb.StartBolus, 0.5, 3_600, ScenarioPart.None),
                new(1_800_000, ScenarioVerb.Unplug, 0, 0, ScenarioPart.DrugTemperature),
                new(9_000_000, ScenarioVerb.Occlude, 1e6, 0, ScenarioPart.None),
                new(216_000_000, ScenarioVerb.BodyTemperature, 39, 1_800, ScenarioPart.None),
            ],
            scenario.Steps);
    }

    [Fact]
    public void Only_the_name_is_required()
    {
        Scenario scenario = ScenarioFile.Parse("s.json", """{ "name": "quiet" }""");

        Assert.Equal(("", 1.0, 1), (scenario.Description, scenario.Days, scenario.Seed));
        Assert.Empty(scenario.PlantSettings);
        Assert.Empty(scenario.Steps);
    }

    [Theory]
    [InlineData("{ }", "name is missing")]
    [InlineData("""{ "name": " " }""", "name: is empty")]
    [InlineData("""{ "name": 7 }""", "name: text is needed, not a number")]
    [InlineData("""{ "name": "s", "nmae": "s" }""", "nmae is not a key; did you mean name?")]
    [InlineData("""{ "name": "s", "days": 0 }""", "days: 0 is below 0.001 days; allowed 0.001 to 400 days")]
    [InlineData("""{ "name": "s", "seed": 1.5 }""", "seed: 1.5 is not a whole number")]
    [InlineData("""{ "name": "s", "seed": -1 }""", "seed: -1 is below 0; allowed 0 to 1e9")]
    [InlineData("""{ "name": "s", "steps": {} }""", "steps: an array is needed, not an object")]
    [InlineData("""{ "name": "s", "plant": { "catheter": { "nlPerKPa": 0 } } }""", "plant.catheter.nlPerKPa: 0 is below 1 nL/kPa; allowed 1 to 400 nL/kPa")]
    [InlineData("""{ "name": "s", "plant": { "artery": { "mean": 1 } } }""", "plant.artery.mean is not a key; did you mean patient.arteryMeanPa?")]
    [InlineData("""{ "name": "s", "steps": [ }""", "line 1: '}' is an invalid start of a value")]
    public void What_is_wrong_with_a_file_is_said_in_one_line(string text, string error) =>
        Assert.Equal($"s.json: {error}", _files.ErrorOf(() => ScenarioFile.Parse("s.json", text)));

    [Theory]
    [InlineData("""{ "do": "suspend" }""", "steps[1]: the time is missing; give atHours, atMinutes or atSeconds")]
    [InlineData("""{ "atHours": 3, "atSeconds": 10800, "do": "suspend" }""", "steps[1]: atHours and atSeconds are both given; one is enough")]
    [InlineData("""{ "atHours": -1, "do": "suspend" }""", "steps[1].atHours: -1 is below 0 h; allowed 0 to 9600 h")]
    [InlineData("""{ "atMinutes": 90, "do": "suspend" }""", "steps[1]: 1.5 h is before 2 h of the step above; steps stand in the order of time")]
    [InlineData("""{ "atHours": 25, "do": "suspend" }""", "steps[1]: 25 h is after the end at 24 h")]
    [InlineData("""{ "atHours": 3 }""", "steps[1]: do is missing; it names what happens")]
    [InlineData("""{ "atHours": 3, "do": 5 }""", "steps[1].do: text is needed, not a number")]
    [InlineData("""{ "atHours": 3, "do": "oclude" }""", "steps[1].do: \"oclude\" is not a verb; did you mean occlude?")]
    [InlineData("""{ "atHours": 3, "do": "fly" }""", "steps[1].do: \"fly\" is not a verb; docs/scenarios.md lists them")]
    [InlineData("""{ "atHours": 3, "do": "occlude", "factor": 0 }""", "steps[1].factor: 0 is below 1; allowed 1 to 1e9")]
    [InlineData("""{ "atHours": 3, "do": "occlude", "factr": 30 }""", "steps[1].factr is not a key of occlude; did you mean factor?")]
    [InlineData("""{ "atHours": 3, "do": "suspend", "overMinutes": 30 }""", "steps[1].overMinutes is not a key of suspend; docs/scenarios.md lists them")]
    [InlineData("""{ "atHours": 3, "do": "startTherapy", "days": 1 }""", "steps[1]: rateMlPerDay is missing; startTherapy needs 0.1 to 3 mL/day")]
    [InlineData("""{ "atHours": 3, "do": "plug" }""", "steps[1]: part is missing; plug needs the name of one")]
    [InlineData("""{ "atHours": 3, "do": "plug", "part": "flwo" }""", "steps[1].part: \"flwo\" is not a part; did you mean flow?")]
    [InlineData("""{ "atHours": 3, "do": "suspend", "do": "resume" }""", "steps[1].do: stands here twice")]
    [InlineData("7", "steps[1]: an object is needed, not a number")]
    public void What_is_wrong_with_a_step_is_said_in_one_line(string step, string error)
    {
        string text = $$"""{ "name": "s", "steps": [ { "atHours": 2, "do": "acknowledge" }, {{step}} ] }""";

        Assert.Equal($"s.json: {error}", _files.ErrorOf(() => ScenarioFile.Parse("s.json", text)));
    }

    [Fact]
    public void Every_verb_and_every_part_has_one_row()
    {
        Assert.Equal(Enum.GetValues<ScenarioVerb>().Order(), ScenarioVerbs.Rows.Select(row => row.Verb).Order());
        Assert.Equal(Enum.GetValues<ScenarioPart>().Except([ScenarioPart.None]).Order(), ScenarioParts.Rows.Select(row => row.Part).Order());
    }

    [Fact]
    public void A_verbs_name_is_its_enum_member_in_camel_case()
    {
        Assert.All(ScenarioVerbs.Rows, row => Assert.Equal(row.Verb.ToString(), char.ToUpperInvariant(row.Name[0]) + row.Name[1..]));
        Assert.All(ScenarioParts.Rows, row => Assert.Equal(row.Part.ToString(), char.ToUpperInvariant(row.Name[0]) + row.Name[1..]));
    }

    [Fact]
    public void Every_argument_has_a_range_that_holds_its_default_and_no_second_stands_alone()
    {
        foreach (ScenarioVerbRow row in ScenarioVerbs.Rows)
        {
            Assert.True(row.First is not null || row.Second is null, row.Name);
            Assert.True(row.Second is null == row.OverSeconds is null, row.Name);

            foreach (ScenarioArgument argument in new[] { row.First, row.Second }.OfType<ScenarioArgument>())
            {
                Assert.True(argument.Min < argument.Max, row.Name);
                Assert.InRange(argument.Default ?? argument.Min, argument.Min, argument.Max);
            }
        }
    }

    // A scenario may take the plant anywhere that a plant file may put it, and nowhere else.
    [Theory]
    [InlineData(ScenarioVerb.BodyTemperature, "patient.bodyC", 1)]
    [InlineData(ScenarioVerb.AmbientPressure, "surroundings.ambientPa", 1000)]
    [InlineData(ScenarioVerb.ArteryMean, "patient.arteryMeanPa", 1000)]
    [InlineData(ScenarioVerb.ArteryPulse, "patient.arteryPulsePa", 1000)]
    [InlineData(ScenarioVerb.SetReservoir, "reservoir.fillMl", 1)]
    public void A_verb_that_moves_a_plant_number_has_that_numbers_range(ScenarioVerb verb, string path, double perUnit)
    {
        ScenarioArgument argument = ScenarioVerbs.Rows.Single(row => row.Verb == verb).First!;
        NumberKey<PlantParameters> key = PlantTable.Rows.Single(row => row.Path == path);

        Assert.Equal((key.Min, key.Max), (argument.Min * perUnit, argument.Max * perUnit));
    }
}
