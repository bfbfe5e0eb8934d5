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
    private const double HaltHoldSeconds = 5; // who holds the panel's button for so long wants no delivery

    private readonly ScenarioPlayer _player;
    private double _nextMinuteSeconds;
    private double _powerBackSeconds = double.PositiveInfinity;
    private double _heldSeconds;

    /// <param name="scenario">Its plant settings go over those given.</param>
    /// <param name="stepShare">Of the usual steps of the fluid path.</param>
    public PumpSimulation(PlantParameters plant, Scenario scenario, int seed, double stepShare = 1)
    {
        scenario.ApplyTo(plant);
        Plant = plant;
        Rig = new Rig(plant, seed, stepShare);
        Recorder = new RunRecorder(this);
        _player = new ScenarioPlayer(this, scenario);
        Processor = new Processor(Rig, Told(plant));

        // A person filled the reservoir before the run and said so.
        Person.Refill(plant.ReservoirFillMl);
    }

    public PlantParameters Plant { get; }

    public Rig Rig { get; }

    /// <summary>What the firmware runs on.</summary>
    public Processor Processor { get; }

    /// <summary>The firmware. A new one after every start.</summary>
    public ControlLoop Loop => Processor.Loop;

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
        long beganMs = Rig.Clock.NowMs;
        int periodMs = DarkTickMs;

        if (Rig.Powered)
        {
            Probe?.BeforeBeat();
            periodMs = Processor.Beat(DarkTickMs);
            Probe?.AfterBeat(this);

            if (Processor.Runs)
            {
                Recorder.Observe();
            }
        }
        else if (Rig.Clock.NowSeconds >= _powerBackSeconds)
        {
            SetPower(true);
        }

        // A beat that took time of its own, on a bus that stalled, leaves less until the next.
        long spentMs = Rig.Clock.NowMs - beganMs;
        Rig.Advance(Math.Max(0, periodMs - spentMs));
        Prescription.Advance((Rig.Clock.NowMs - beganMs) * 1e-3);
        NoteHold((Rig.Clock.NowMs - beganMs) * 1e-3);

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
        _powerBackSeconds = double.PositiveInfinity;
        Rig.SetPower(on);

        if (on)
        {
            Processor.Restart();
        }
    }

    /// <summary>The supply is gone for so long.</summary>
    public void LosePower(double seconds)
    {
        SetPower(false);
        _powerBackSeconds = Rig.Clock.NowSeconds + seconds;
    }

    /// <summary>Somebody presses the controller's reset.</summary>
    public void Reset()
    {
        Rig.Reset();
        Processor.Restart();
    }

    /// <summary>Makes something happen now.</summary>
    public void Do(ScenarioStep step) => _player.Do(step);

    private void NoteHold(double seconds)
    {
        bool halted = _heldSeconds >= HaltHoldSeconds;
        _heldSeconds = Processor.ButtonDown && Processor.Runs ? _heldSeconds + seconds : 0;

        if (!halted && _heldSeconds >= HaltHoldSeconds)
        {
            Prescription.Suspend();
        }
    }

    // What the bench found before the run, at 37 C: a weighed volume over the step that this pump's own P1 showed, and what the flow sensor showed of that
    // volume. All else the pump believes is nominal.
    private static BoardProfile Told(PlantParameters plant)
    {
        double shownNlPerKPa = plant.ChamberNlPerKPa / (1 + (plant.ChamberSensorGainErrorPercent / 100));
        double shownOfVolume = 1 + (plant.FlowGainErrorPercent / 100);
        return new BoardProfile
        {
            ChamberFlPerPa = (int)Math.Round(shownNlPerKPa * 1000 * (1 + (plant.CalibrationErrorPercent / 100))),
            FlowGainPpm = (int)Math.Round(shownOfVolume * 1e6 * (1 + (plant.FlowCalibrationErrorPercent / 100))),
            CalibrationVersion = 1,
        };
    }
}
