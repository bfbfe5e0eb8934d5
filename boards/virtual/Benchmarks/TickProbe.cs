using System;
using System.Collections.Generic;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Benchmarks;

/// <summary>Drives the pump through every state and notes what each beat costs. Runs in the counting copy of this program.</summary>
public sealed class TickProbe : IBeatProbe
{
    // Every state for minutes: alone, with a bolus alone and on top, at the patency rate, suspended, stopped.
    private const string Course = """
        {
          "name": "every state", "days": 0.13,
          "steps": [
            { "atSeconds": 60, "do": "startBolus", "volumeMl": 0.1, "rateMlPerDay": 12 },
            { "atMinutes": 20, "do": "startTherapy", "rateMlPerDay": 1.3, "days": 14 },
            { "atMinutes": 80, "do": "startBolus", "volumeMl": 0.1, "rateMlPerDay": 12 },
            { "atMinutes": 100, "do": "suspend" },
            { "atMinutes": 110, "do": "resume" },
            { "atMinutes": 120, "do": "unplug", "part": "flow" },
            { "atMinutes": 150, "do": "plug", "part": "flow" },
            { "atMinutes": 151, "do": "acknowledge" },
            { "atMinutes": 152, "do": "resume" },
            { "atMinutes": 160, "do": "occlude", "factor": 1e6 }
          ]
        }
        """;

    private readonly Func<long> _read;
    private readonly Action _reset;
    private readonly SortedDictionary<string, long[]> _states = [];

    private TickProbe(Func<long> read, Action reset)
    {
        _read = read;
        _reset = reset;
    }

    /// <summary>State to number of ticks, instructions in all, and instructions in the worst tick.</summary>
    /// <param name="read">The instructions counted since the last reset.</param>
    public static SortedDictionary<string, long[]> Measure(Func<long> read, Action reset)
    {
        Scenario scenario = ScenarioFile.Parse("bench tick", Course);
        var probe = new TickProbe(read, reset);
        var simulation = new PumpSimulation(new PlantParameters(), scenario, seed: 1) { Probe = probe };
        simulation.RunTo(scenario.Days * 86_400);
        return probe._states;
    }

    public void BeforeBeat() => _reset();

    public void AfterBeat(PumpSimulation simulation)
    {
        long count = _read();
        string state = simulation.Pump.Status.State.ToString();

        if (!_states.TryGetValue(state, out long[]? row))
        {
            row = new long[3];
            _states[state] = row;
        }

        row[0]++;
        row[1] += count;
        row[2] = Math.Max(row[2], count);
    }
}
