using System;
using Haip.Board;
using Haip.Core;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Simulation;

/// <summary>A pump in a patient: the firmware on its rig, with the things that happen to both.</summary>
public sealed class PumpSimulation
{
    private const int DarkTickMs = 100;
    private const double SecondsPerMinute = 60;

    private readonly BoardProfile _profile;
    private readonly ScenarioPlayer _player;
    private double _nextMinuteSeconds;

    /// <param name="scenario">Its plant settings go over those given.</param>
    public PumpSimulation(PlantParameters plant, Scenario scenario, int seed)
    {
        scenario.ApplyTo(plant);
        Plant = plant;
        Rig = new Rig(plant, seed);
        _profile = new BoardProfile { ChamberFlPerPa = (int)Math.Round(plant.ChamberNlPerKPa * 1000 * (1 + (plant.CalibrationErrorPercent / 100))) };
        Recorder = new RunRecorder(this);
        _player = new ScenarioPlayer(this, scenario);
        Loop = Boot();

        // A person filled the reservoir before the run and said so.
        Person.Refill(plant.ReservoirFillMl);
    }

    public PlantParameters Plant { get; }

    public Rig Rig { get; }

    /// <summary>The firmware. A new one after every loss of power.</summary>
    public ControlLoop Loop { get; private set; }

    public Pump Pump => Loop.Pump;

    public Prescription Prescription { get; } = new();

    public Person Person => new(this);

    public RunRecorder Recorder { get; }

    /// <summary>Looks on at every beat.</summary>
    public IBeatProbe? Probe { get; set; }

    /// <summary>One beat of the firmware and the time until the next.</summary>
    public void Tick()
    {
        _player.Advance();
        int nextMs = DarkTickMs;

        if (Rig.Powered)
        {
            Probe?.BeforeBeat();
            nextMs = Loop.Beat(Rig.Clock.NowMs);
            Probe?.AfterBeat(this);
            Recorder.Observe();
        }

        Rig.Advance(nextMs);
        Prescription.Advance(nextMs * 1e-3);

        if (Rig.Clock.NowSeconds >= _nextMinuteSeconds)
        {
            _nextMinuteSeconds += SecondsPerMinute;
            Recorder.TakeMinute();
        }
    }

    /// <summary>Runs until this time since the start.</summary>
    public void RunTo(double seconds)
    {
        while (Rig.Clock.NowSeconds < seconds)
        {
            Tick();
        }
    }

    public void SetPower(bool on)
    {
        Rig.SetPower(on);

        if (on)
        {
            Loop = Boot();
        }
    }

    private ControlLoop Boot()
    {
        var board = new ReferenceBoard(Rig.Dose, Rig.House, Rig.Pins, _profile);
        board.Start(new RigDelay(Rig), Rig.Clock.NowMs);
        return new ControlLoop(board, new Pump(_profile));
    }
}
