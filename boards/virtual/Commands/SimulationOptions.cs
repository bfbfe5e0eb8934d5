using System.CommandLine;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Commands;

/// <summary>What the live view and a headless run have in common: which scenario, which pump and patient, which noise, how long.</summary>
internal sealed class SimulationOptions
{
    private const double MinDays = 0.001;
    private const double MaxDays = 400;
    private const int MaxSeed = 1_000_000_000;

    private readonly Option<string> _scenario;

    private readonly Option<string> _plant = PathOption.Create("--plant", "FILE", "Pump and patient in JSON, see docs/plant.md; otherwise the nominal ones");

    private readonly Option<int?> _seed = NumberOption.CreateWhole("--seed", "N", 0, MaxSeed, "Of all noise; otherwise the scenario's. The same seed gives the same run");

    private readonly Option<double?> _days;

    /// <param name="scenarioOtherwise">What happens without a scenario, for the help.</param>
    /// <param name="daysDescription">What the number of days does, for the help.</param>
    public SimulationOptions(string scenarioOtherwise, string daysDescription)
    {
        _scenario = PathOption.Create("--scenario", "NAME|FILE", $"A built-in scenario, or one in JSON, see docs/scenarios.md; otherwise {scenarioOtherwise}");
        _days = NumberOption.Create("--days", "D", MinDays, MaxDays, "days", daysDescription);
    }

    public void AddTo(Command command)
    {
        command.Options.Add(_scenario);
        command.Options.Add(_plant);
        command.Options.Add(_days);
        command.Options.Add(_seed);
    }

    /// <summary>Null when none is given.</summary>
    /// <exception cref="InputFileException">There is none of this name, or the file is not good.</exception>
    public Scenario? Scenario(ParseResult parse) => parse.GetValue(_scenario) is string name ? ScenarioFile.Open(name) : null;

    /// <exception cref="InputFileException">The file cannot be read, or something in it is wrong.</exception>
    public PlantParameters Plant(ParseResult parse) => parse.GetValue(_plant) is string path ? PlantFile.Read(path) : new PlantParameters();

    public int? Seed(ParseResult parse) => parse.GetValue(_seed);

    public double? Days(ParseResult parse) => parse.GetValue(_days);
}
