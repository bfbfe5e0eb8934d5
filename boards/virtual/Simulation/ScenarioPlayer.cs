using System;
using System.Collections.Generic;
using Haip.Core.Delivery;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Simulation;

/// <summary>Does the steps of a scenario when their time has come.</summary>
public sealed class ScenarioPlayer
{
    private const double SecondsPerDay = 86_400;
    private const double PaPerKPa = 1_000;
    private const double LeakTestPa = 10_000;
    private const double SecondsPerHour = 3_600;
    private const double LeastLeakNlPerPaSecond = 1e-7;

    private readonly PumpSimulation _simulation;
    private readonly IReadOnlyList<ScenarioStep> _steps;
    private readonly List<Ramp> _ramps = [];
    private readonly Dictionary<ScenarioVerb, Action<ScenarioStep>> _actions;
    private int _next;

    public ScenarioPlayer(PumpSimulation simulation, Scenario scenario)
    {
        _simulation = simulation;
        _steps = scenario.Steps;
        FluidPath fluid = simulation.Rig.Fluid;

        _actions = new()
        {
            [ScenarioVerb.StartTherapy] = s => Tell(s, simulation.Person.StartTherapy(s.Value, s.OverSeconds / SecondsPerDay)),
            [ScenarioVerb.StartBolus] = s => Tell(s, simulation.Person.StartBolus(s.Value, s.Value / s.OverSeconds * SecondsPerDay)),
            [ScenarioVerb.Suspend] = _ => simulation.Person.Suspend(),
            [ScenarioVerb.Resume] = _ => simulation.Person.Resume(),
            [ScenarioVerb.EndTherapy] = _ => simulation.Person.EndTherapy(),
            [ScenarioVerb.Acknowledge] = _ => simulation.Person.Acknowledge(),
            [ScenarioVerb.Refill] = s => Tell(s, simulation.Person.Refill(s.Value)),
            [ScenarioVerb.PowerOff] = _ => simulation.SetPower(false),
            [ScenarioVerb.PowerOn] = _ => simulation.SetPower(true),
            [ScenarioVerb.SetReservoir] = s => fluid.Reservoir.Set(s.Value),
            [ScenarioVerb.Occlude] = s => fluid.OcclusionFactor = s.Value,
            [ScenarioVerb.DisconnectCatheter] = _ => fluid.Connected = false,
            [ScenarioVerb.ConnectCatheter] = _ => fluid.Connected = true,
            [ScenarioVerb.Bubble] = s => fluid.AddBubble(s.Value * 1000),
            [ScenarioVerb.PumpStrength] = s => fluid.PumpStrength = s.Value / 100,
            [ScenarioVerb.LeakInlet] = s => fluid.Inlet.LeakNlPerPaSecond = Leak(s.Value),
            [ScenarioVerb.LeakOutlet] = s => fluid.Outlet.LeakNlPerPaSecond = Leak(s.Value),
            [ScenarioVerb.Unplug] = s => simulation.Rig.SetFault(s.Part, BusFault.Absent),
            [ScenarioVerb.Plug] = s => simulation.Rig.SetFault(s.Part, BusFault.None),
            [ScenarioVerb.BodyTemperature] = s => Move(s, fluid.BodyC, s.Value, v => fluid.BodyC = v),
            [ScenarioVerb.AmbientPressure] = s => Move(s, fluid.AmbientPa, s.Value * PaPerKPa, v => fluid.AmbientPa = v),
            [ScenarioVerb.ArteryMean] = s => Move(s, fluid.Artery.MeanPa, s.Value * PaPerKPa, v => fluid.Artery.MeanPa = v),
            [ScenarioVerb.ArteryPulse] = s => fluid.Artery.PulsePa = s.Value * PaPerKPa,
        };
    }

    public void Advance()
    {
        while (_next < _steps.Count && _steps[_next].AtMs <= _simulation.Rig.Clock.NowMs)
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

    private static double Leak(double nlPerHourAt10KPa) => Math.Max(LeastLeakNlPerPaSecond, nlPerHourAt10KPa / SecondsPerHour / LeakTestPa);

    private void Move(ScenarioStep step, double from, double to, Action<double> set)
    {
        _ramps.RemoveAll(ramp => ramp.Verb == step.Verb);
        _ramps.Add(new Ramp(step.Verb, from, to, _simulation.Rig.Clock.NowSeconds, step.OverSeconds, set));
    }

    private void Tell(ScenarioStep step, Verdict verdict)
    {
        if (verdict != Verdict.Accepted)
        {
            _simulation.Recorder.Note($"{step.Verb} refused: {verdict} {_simulation.Pump.VerdictField}");
        }
    }
}
