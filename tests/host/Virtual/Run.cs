using System.Linq;
using Haip.Core.Safety;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;

namespace Haip.HostTests.Virtual;

/// <summary>A finished run and what people ask of it.</summary>
internal sealed class Run
{
    private Run(PumpSimulation simulation, Scenario scenario)
    {
        Simulation = simulation;
        Summary = RunSummary.Of(simulation, scenario.Name, scenario.Seed, wallSeconds: 0, allocatedBytes: 0);
    }

    public PumpSimulation Simulation { get; }

    public RunSummary Summary { get; }

    public static Run Of(Scenario scenario)
    {
        var simulation = new PumpSimulation(new PlantParameters(), scenario, scenario.Seed);
        simulation.RunTo(scenario.Days * 86_400);
        return new Run(simulation, scenario);
    }

    public static Run BuiltIn(string name) => Of(BuiltInScenarios.Find(name));

    /// <param name="steps">The steps of a scenario, as JSON objects.</param>
    public static Run Of(double days, string steps) =>
        Of(ScenarioFile.Parse("test", $$"""{ "name": "test", "days": {{days.ToString(System.Globalization.CultureInfo.InvariantCulture)}}, "steps": [ {{steps}} ] }"""));

    /// <summary>When an alarm was first raised, or null.</summary>
    public double? RaisedAtSeconds(AlarmId id) =>
        Summary.Alarms.Where(alarm => alarm.Id == id.ToString()).Select(alarm => (double?)alarm.RaisedAtMs / 1000).FirstOrDefault();

    /// <summary>The alarms that were raised, by name, in order.</summary>
    public string Alarms => string.Join(" ", Summary.Alarms.Select(alarm => alarm.Id));
}
