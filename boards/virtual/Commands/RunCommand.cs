using System;
using System.CommandLine;
using System.Diagnostics;
using System.Linq;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Commands;

/// <summary>One headless run: what the patient got against what was ordered.</summary>
internal sealed class RunCommand : Command
{
    private const string RateOption = "--rate-ml-per-day";
    private const double SecondsPerDay = 86_400;
    private const double SecondsPerMinute = 60;

    private readonly SimulationOptions _simulation = new("nominal-day", "Ends after so many simulated days; otherwise the scenario says");

    private readonly Option<double?> _rate = NumberOption.Create(RateOption, "R", 0.1, 3, "mL/day", "Rate of every therapy; otherwise the scenario's");

    private readonly Option<string> _out = PathOption.Create("--out", "DIR", "Also writes summary.json and minutes.csv into this folder");

    private readonly Option<bool> _json = new("--json") { Description = "Prints the summary as one JSON object" };

    public RunCommand()
        : base("run", "Runs a scenario as fast as the PC allows and prints a summary")
    {
        _simulation.AddTo(this);
        Options.Add(_rate);
        Options.Add(_out);
        Options.Add(_json);
        SetAction(Run);
    }

    private int Run(ParseResult parse)
    {
        Scenario scenario = AtRate(_simulation.Scenario(parse) ?? BuiltInScenarios.Find("nominal-day"), parse.GetValue(_rate));
        double days = _simulation.Days(parse) ?? scenario.Days;
        int seed = _simulation.Seed(parse) ?? scenario.Seed;
        var simulation = new PumpSimulation(_simulation.Plant(parse), scenario, seed);
        string? folder = parse.GetValue(_out);
        using RunFiles? files = folder is null ? null : new RunFiles(folder);
        using var interrupt = new Interrupt();

        var allocation = new AllocationProbe();
        simulation.Probe = allocation;
        var wall = Stopwatch.StartNew();
        bool finished = RunProgress.Show(scenario.Name, fraction => Simulate(simulation, days * SecondsPerDay, files, interrupt, fraction));

        if (!finished)
        {
            return CommandLine.Complain($"interrupted after {NumberText.Of(simulation.Rig.Clock.NowSeconds / SecondsPerDay)} of {NumberText.Of(days)} days", CommandLine.Interrupted);
        }

        RunSummary summary = RunSummary.Of(simulation, scenario.Name, seed, wall.Elapsed.TotalSeconds, allocation.AllocatedBytes);
        files?.Write(summary);
        Console.Out.WriteLine(parse.GetValue(_json) ? summary.ToJson() : RunReport.Of(summary));
        return CommandLine.Done;
    }

    // Minute by minute: for the table of minutes, for the bar, and to hear Ctrl+C. Returns false when interrupted.
    private static bool Simulate(PumpSimulation simulation, double endSeconds, RunFiles? files, Interrupt interrupt, Action<double> fraction)
    {
        double seconds = 0;
        files?.Take(simulation);

        while (seconds < endSeconds)
        {
            if (interrupt.Happened)
            {
                return false;
            }

            seconds = Math.Min(seconds + SecondsPerMinute, endSeconds);
            simulation.RunTo(seconds);
            files?.Take(simulation);
            fraction(seconds / endSeconds);
        }

        return true;
    }

    private static Scenario AtRate(Scenario scenario, double? mlPerDay)
    {
        if (mlPerDay is not double rate)
        {
            return scenario;
        }

        return scenario.Steps.Any(step => step.Verb == ScenarioVerb.StartTherapy)
            ? scenario with { Steps = [.. scenario.Steps.Select(step => step.Verb == ScenarioVerb.StartTherapy ? step with { Value = rate } : step)] }
            : throw new BadArgumentException($"{RateOption}: {scenario.Name} starts no therapy");
    }
}
