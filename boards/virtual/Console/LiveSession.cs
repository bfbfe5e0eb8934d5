using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading.Tasks;
using Haip.Board;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Radio;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>A pump that runs while somebody watches it and does things to it.</summary>
internal sealed class LiveSession
{
    private const double PaPerKPa = 1_000;
    private const int TicksPerLook = 64;
    private const double ReachedShare = 0.2;

    // Fine enough for a heartbeat.
    private const double CatheterColumnSeconds = 0.1;

    // Eighty columns hold at least one packet at therapy rates.
    private const double ChamberColumnSeconds = 0.25;

    private readonly ScenarioPlayer _hand;
    private readonly HashSet<char> _on = [];
    private readonly ConcurrentQueue<Action> _wishes = new();
    private ControlLoop _loop;
    private double _dueSeconds;

    public LiveSession(PlantParameters plant, Scenario scenario, int seed, double speed)
    {
        Simulation = new PumpSimulation(plant, scenario, seed);
        _hand = new ScenarioPlayer(Simulation, scenario with { Steps = [] });
        _loop = Simulation.Loop;
        SetSpeed(speed);
    }

    /// <summary>What runs when nobody names a scenario.</summary>
    public static Scenario NominalScenario { get; } = new(
        "nominal", "", Days: 14, Seed: 1, [], [new ScenarioStep(30_000, ScenarioVerb.StartTherapy, 1.3, 14 * 86_400, ScenarioPart.None)]);

    public PumpSimulation Simulation { get; }

    /// <summary>Pressure behind the restrictor in kPa, as the pump reads it.</summary>
    public Trace Catheter { get; } = new(CatheterColumnSeconds);

    /// <summary>Pressure in the metering chamber in kPa, as the pump reads it.</summary>
    public Trace Chamber { get; } = new(ChamberColumnSeconds);

    public DeliveryRates Rates { get; } = new();

    /// <summary>Null as long as nobody asked for one.</summary>
    public LiveRadio? Radio { get; set; }

    /// <summary>Where a browser finds the programmer page; null when nobody serves it.</summary>
    public string? PageAddress { get; set; }

    /// <summary>Simulated seconds a second, as somebody wants it.</summary>
    public double Speed { get; private set; }

    /// <summary>Simulated seconds a second. A clinician's session has time limits for people: as long as one is open time runs as it does.</summary>
    public double Pace => Radio is not null && Simulation.Processor.Programmer.SessionOpen ? LiveSpeeds.Slowest : Speed;

    /// <summary>What this PC makes of it.</summary>
    public double ReachedSpeed { get; private set; }

    public bool Over { get; private set; }

    public double NowSeconds => Simulation.Rig.Clock.NowSeconds;

    public bool Powered => Simulation.Rig.Powered;

    public bool IsOn(LiveKey key) => _on.Contains(key.Key);

    /// <summary>Runs until this time since the start.</summary>
    public void RunTo(double seconds)
    {
        while (NowSeconds < seconds)
        {
            Tick();
        }
    }

    /// <summary>Lets as much time pass as the speed asks for, or as can be had: a PC that is too slow shows it, and does not hang.</summary>
    /// <param name="sinceSeconds">Since the last call.</param>
    /// <param name="atMostSeconds">Of computing.</param>
    public void Keep(double sinceSeconds, double atMostSeconds, double endSeconds)
    {
        double from = NowSeconds;
        _dueSeconds = Math.Min(_dueSeconds + (sinceSeconds * Pace), endSeconds);
        var watch = Stopwatch.StartNew();

        while (NowSeconds < _dueSeconds && watch.Elapsed.TotalSeconds < atMostSeconds)
        {
            for (int i = 0; i < TicksPerLook && NowSeconds < _dueSeconds; i++)
            {
                Tick();
            }
        }

        // What could not be had is not owed; what the last tick took too much is.
        _dueSeconds = Math.Min(_dueSeconds, NowSeconds);
        ReachedSpeed += ((NowSeconds - from) / sinceSeconds - ReachedSpeed) * ReachedShare;
    }

    public void SetSpeed(double speed)
    {
        Speed = speed;
        ReachedSpeed = speed;
        _dueSeconds = NowSeconds;
        Catheter.Restart(NowSeconds, speed);
        Chamber.Restart(NowSeconds, speed);
    }

    public void End() => Over = true;

    /// <summary>From another thread: done between two beats.</summary>
    /// <returns>Ends when it was done.</returns>
    public Task<T> AskAsync<T>(Func<T> wish)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _wishes.Enqueue(() => answer.SetResult(wish()));
        return answer.Task;
    }

    /// <summary>Presses a key that has two positions, unless it is there already.</summary>
    public void Turn(LiveKey key, bool on)
    {
        if (IsOn(key) != on)
        {
            Press(key);
        }
    }

    public void Press(LiveKey key)
    {
        if (key.Release is not null && _on.Remove(key.Key))
        {
            key.Release(this);
            return;
        }

        if (key.Release is not null)
        {
            _on.Add(key.Key);
        }

        key.Press(this);
    }

    /// <summary>A person tells the pump something. Without power it does not listen.</summary>
    public void Order(string what, Func<Person, Verdict> give)
    {
        if (!Powered)
        {
            Simulation.Recorder.Note($"{what}: the pump has no power");
            return;
        }

        Verdict verdict = give(Simulation.Person);
        Simulation.Recorder.Note(verdict == Verdict.Accepted ? what : $"{what}: refused, {LiveText.Of(verdict)}");
    }

    /// <summary>A person tells the pump something that it cannot refuse.</summary>
    public void Order(string what, Action<Person> give) => Order(what, person =>
    {
        give(person);
        return Verdict.Accepted;
    });

    /// <summary>A person does something about the radio.</summary>
    public void AtRadio(Action<LiveRadio> what)
    {
        if (Radio is null)
        {
            Simulation.Recorder.Note("no radio: start with --radio");
        }
        else
        {
            what(Radio);
        }
    }

    /// <summary>Makes something happen now.</summary>
    public void Do(ScenarioVerb verb, double value = 0, double overSeconds = 0, ScenarioPart part = ScenarioPart.None) =>
        _hand.Do(new ScenarioStep(Simulation.Rig.Clock.NowMs, verb, value, overSeconds, part));

    private void Tick()
    {
        while (_wishes.TryDequeue(out Action? wish))
        {
            wish();
        }

        _hand.Advance();
        Simulation.Tick();
        Radio?.Serve();

        if (_loop != Simulation.Loop)
        {
            _loop = Simulation.Loop;
            Rates.Restart();
        }

        Readings readings = _loop.Readings;
        Catheter.Take(NowSeconds, Powered && readings.CatheterValid ? readings.CatheterPa / PaPerKPa : double.NaN);
        Chamber.Take(NowSeconds, Powered && readings.ChamberValid ? readings.ChamberPa / PaPerKPa : double.NaN);
        Rates.Take(Simulation);
    }
}
