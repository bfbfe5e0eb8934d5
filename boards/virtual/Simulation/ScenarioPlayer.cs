using System;
using System.Collections.Generic;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Simulation;

/// <summary>Does the steps of a scenario when their time has come.</summary>
public sealed class ScenarioPlayer
{
    private readonly PumpSimulation _simulation;
    private readonly ScenarioStep[] _steps; // asked for in every beat: an interface would cost a look-up
    private readonly List<Ramp> _ramps = [];
    private readonly IReadOnlyDictionary<ScenarioVerb, Action<ScenarioStep>> _actions;
    private int _next;

    public ScenarioPlayer(PumpSimulation simulation, Scenario scenario)
    {
        _simulation = simulation;
        _steps = [.. scenario.Steps];
        _actions = new ScenarioActions(simulation, Move).Rows;
    }

    public void Advance()
    {
        while (_next < _steps.Length && _steps[_next].AtMs <= _simulation.Rig.Clock.NowMs)
        {
            Do(_steps[_next++]);
        }

        for (int i = _ramps.Count - 1; i >= 0; i--)
        {
            if (!_ramps[i].Advance(_simulation.Rig.Clock.NowSeconds))
            {
                _ramps.RemoveAt(i);
            }
        }
    }

    /// <summary>Does one step now, whenever it was planned.</summary>
    public void Do(ScenarioStep step)
    {
        _simulation.Recorder.Note(step);
        _actions[step.Verb](step);
    }

    private void Move(ScenarioStep step, double from, double to, Action<double> set)
    {
        _ramps.RemoveAll(ramp => ramp.Verb == step.Verb);
        _ramps.Add(new Ramp(step.Verb, from, to, _simulation.Rig.Clock.NowSeconds, step.OverSeconds, set));
    }
}
