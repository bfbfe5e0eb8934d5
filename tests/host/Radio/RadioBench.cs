using System;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Haip.Core.Protocol;
using Haip.VirtualBluetooth;
using Haip.VirtualBluetooth.Air;
using Haip.VirtualBluetooth.Esp32;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Radio;
using Haip.VirtualBoard.Simulation;
using Haip.VirtualBoard.Web;

namespace Haip.HostTests.Radio;

/// <summary>A pump in a patient with its radio, a PC's Bluetooth beside it, and the person between the two. The pump runs on a thread of its own.</summary>
internal sealed class RadioBench : IAsyncDisposable
{
    public const string Serial = "HAIP-0000042";

    /// <summary>What a browser lists.</summary>
    public const string Name = "HAIP0042";

    private const double UsualSpeed = 20;

    private static readonly TimeSpan s_turn = TimeSpan.FromMilliseconds(2);

    private readonly ConcurrentQueue<Action> _orders = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    /// <param name="runSeconds">What the pump has behind it when somebody comes near.</param>
    /// <param name="infuses">A therapy of 1.3 mL/day runs; otherwise nobody has ordered anything.</param>
    /// <param name="drug">Drug, limits and scan are known.</param>
    public RadioBench(bool infuses, double runSeconds = 120, RadioChip? chip = null, bool drug = false)
    {
        var start = new ScenarioStep(30_000, ScenarioVerb.StartTherapy, 1.3, 14 * 86_400, ScenarioPart.None);
        var scenario = new Scenario("radio", "", 14, 1, [], infuses ? [start] : []);
        Simulation = new PumpSimulation(new PlantParameters(), scenario, 1);
        Chip = chip ?? new RadioChip();
        Radio = new PumpRadio(Simulation, Chip, SecretCardText.Read(SecretCardText.Of(Serial, 1, Secret)));

        if (drug)
        {
            RunTo(DemoDrug.AtSeconds);
            DemoDrug.Tell(Simulation, Simulation.Loop.Readings.UtcSeconds);
        }

        RunTo(runSeconds);
        Adapter = new VirtualAdapter(Chip);
        _running = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Simulated seconds a second.</summary>
    public double Speed { get; set; } = UsualSpeed;

    public byte[] Secret { get; } = System.Security.Cryptography.RandomNumberGenerator.GetBytes(SecretStore.SecretLength);

    public PumpSimulation Simulation { get; }

    public RadioChip Chip { get; }

    public PumpRadio Radio { get; }

    public VirtualAdapter Adapter { get; }

    public AirLink Link => Adapter.Links[0];

    /// <summary>A person holds the pump's button and then types at the PC what the display shows.</summary>
    public async Task PairByPersonAsync()
    {
        await DoAsync(Radio.HoldButton);
        Adapter.Dialog.Opened += () => Adapter.Dialog.Type(ShownPasskey());
    }

    /// <summary>What a person reads off the display.</summary>
    public int ShownPasskey() => int.Parse(Radio.Notice!["Passkey ".Length..], CultureInfo.InvariantCulture);

    /// <summary>Something happens to the pump, on its own thread between two beats.</summary>
    public Task DoAsync(Action what) => AskAsync(() =>
    {
        what();
        return true;
    });

    public Task<T> AskAsync<T>(Func<T> what)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _orders.Enqueue(() => answer.SetResult(what()));
        return answer.Task;
    }

    /// <summary>Looks at the pump until something is so.</summary>
    public async Task UntilAsync(Func<bool> so)
    {
        var watch = Stopwatch.StartNew();

        while (!await AskAsync(so))
        {
            if (watch.Elapsed > TimeSpan.FromSeconds(20))
            {
                throw new TimeoutException("it did not come to that");
            }

            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Adapter.DisposeAsync();
        await _stop.CancelAsync();
        await _running;
        Radio.Dispose();
        Chip.Dispose();
        _stop.Dispose();
    }

    private void RunTo(double seconds)
    {
        while (Simulation.Rig.Clock.NowSeconds < seconds)
        {
            Simulation.Tick();
            Radio.Serve();
        }
    }

    private void Run()
    {
        double due = Simulation.Rig.Clock.NowSeconds;
        var watch = Stopwatch.StartNew();
        TimeSpan before = TimeSpan.Zero;

        while (!_stop.IsCancellationRequested)
        {
            while (_orders.TryDequeue(out Action? order))
            {
                order();
            }

            // A slow PC runs as fast as it can.
            TimeSpan now = watch.Elapsed;
            due = Math.Min(due + ((now - before).TotalSeconds * Speed), Simulation.Rig.Clock.NowSeconds + 1);
            before = now;
            RunTo(due);
            Radio.Serve();
            Thread.Sleep(s_turn);
        }
    }
}
