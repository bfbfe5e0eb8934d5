using System;
using System.CommandLine;
using System.Diagnostics;
using System.Linq;
using Haip.Core.Delivery;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Commands;

/// <summary>One headless run: what the patient got against what was ordered.</summary>
internal sealed class RunCommand : Command
{
    private const string RateOption = "--rate-ml-per-day";
    private const double SecondsPerDay = 86_400;
    private const double HoursPerDay = 24;
    private const double SecondsPerHour = 3_600;
    private const double MsPerSecond = 1_000;
    private const double SecondsPerMinute = 60;

    private readonly SimulationOptions _simulation = new(
        "nominal-day", "Ends after so many simulated days; otherwise the scenario says. A therapy that lasts to its end lasts to the new one");

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
        scenario = Lasting(scenario, _simulation.Days(parse));
        int seed = _simulation.Seed(parse) ?? scenario.Seed;
        var simulation = new PumpSimulation(_simulation.Plant(parse), scenario, seed);
        string? folder = parse.GetValue(_out);
        using RunFiles? files = folder is null ? null : new RunFiles(folder);
        using var interrupt = new Interrupt();

        var wall = Stopwatch.StartNew();
        long allocatedBytes = 0;
        bool finished = RunProgress.Show(scenario.Name, fraction => Simulate(simulation, scenario.Days * SecondsPerDay, files, interrupt, fraction, ref allocatedBytes));

        if (!finished)
        {
            return CommandLine.Complain($"interrupted after {NumberText.Of(simulation.Rig.Clock.NowSeconds / SecondsPerDay)} of {NumberText.Of(scenario.Days)} days", CommandLine.Interrupted);
        }

        RunSummary summary = RunSummary.Of(simulation, scenario.Name, seed, wall.Elapsed.TotalSeconds, allocatedBytes);
        files?.Write(summary);
        Console.Out.WriteLine(parse.GetValue(_json) ? summary.ToJson() : RunReport.Of(summary));
        return CommandLine.Done;
    }

    // Minute by minute: for the table of minutes, for the bar, and to hear Ctrl+C. Returns false when interrupted.
    private static bool Simulate(PumpSimulation simulation, double endSeconds, RunFiles? files, Interrupt interrupt, Action<double> fraction, ref long allocatedBytes)
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
            long before = GC.GetAllocatedBytesForCurrentThread();
            simulation.RunTo(seconds);
            allocatedBytes += GC.GetAllocatedBytesForCurrentThread() - before;
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

    // A fortnight of nominal-day is a fortnight of therapy, not a day of it and then nothing to see.
    private static Scenario Lasting(Scenario scenario, double? longerOrShorterDays)
    {
        if (longerOrShorterDays is not double days)
        {
            return scenario;
        }

        double endSeconds = scenario.Days * SecondsPerDay;
        double therapyHours = Math.Min(Math.Ceiling(days * HoursPerDay), OrderLimits.Rows[(int)OrderField.TherapyDuration].HardHigh);
        bool LastsToTheEnd(ScenarioStep step) => step.Verb == ScenarioVerb.StartTherapy && (step.AtMs / MsPerSecond) + step.OverSeconds >= endSeconds;

        return scenario with
        {
            Days = days,
            Steps = [.. scenario.Steps.Select(step => LastsToTheEnd(step)
                ? step with { OverSeconds = Math.Max(step.OverSeconds, therapyHours * SecondsPerHour) }
                : step)],
        };
    }
}
