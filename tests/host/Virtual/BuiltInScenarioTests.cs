using System;
using System.Linq;
using Haip.VirtualBoard.Files;
using Xunit;

namespace Haip.HostTests.Virtual;

[Trait("Category", "Virtual")]
public sealed class BuiltInScenarioTests : IDisposable
{
    private readonly InputFileFixture _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Every_file_in_the_folder_is_listed_under_its_own_name()
    {
        string[] files = [.. typeof(BuiltInScenarios).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("Scenarios/", StringComparison.Ordinal))];

        Assert.NotEmpty(files);
        Assert.Equal(files.Order(), BuiltInScenarios.All.Select(scenario => $"Scenarios/{scenario.Name}.json").Order());
    }

    [Fact]
    public void Every_scenario_explains_itself_and_starts_therapy_after_a_minute()
    {
        foreach (Scenario scenario in BuiltInScenarios.All)
        {
            Assert.EndsWith(".", scenario.Description);
            Assert.Equal((60_000L, ScenarioVerb.StartTherapy), (scenario.Steps[0].AtMs, scenario.Steps[0].Verb));
        }
    }

    [Fact]
    public void A_scenario_is_found_by_its_name()
    {
        Assert.Equal("occlusion", BuiltInScenarios.Find("occlusion").Name);
        Assert.Equal("occlusion", ScenarioFile.Open("occlusion").Name);
    }

    [Fact]
    public void An_unknown_name_is_answered_with_the_nearest_and_all_others()
    {
        string error = _files.ErrorOf(() => BuiltInScenarios.Find("oclusion"));

        Assert.Equal($"\"oclusion\" is no built-in scenario ({string.Join(", ", BuiltInScenarios.All.Select(s => s.Name))}); did you mean occlusion?", error);
    }

    [Fact]
    public void What_looks_like_a_file_is_opened_as_one()
    {
        string path = _files.Write("occlusion.json", """{ "name": "mine" }""");

        Assert.Equal("mine", ScenarioFile.Open(path).Name);
        Assert.Equal("missing.json: there is no such file", _files.ErrorOf(() => ScenarioFile.Open("missing.json")));
    }
}
