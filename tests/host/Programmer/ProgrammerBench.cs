using System;
using System.Threading.Tasks;
using Haip.HostTests.Radio;
using Haip.VirtualBluetooth.Esp32;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Radio;
using Haip.VirtualBoard.Web;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>The programmer page on its server, and a pump for it: over a PC's Bluetooth, or over the demonstration's link.</summary>
internal sealed class ProgrammerBench : IAsyncDisposable, IDemonstration
{
    private const double DemoSpeed = 2;

    private WebServer? _server;
    private DemoCentral? _central;

    private ProgrammerBench(bool infuses) => Pump = new RadioBench(infuses, chip: new RadioChip { KeepsBonds = true }, drug: true);

    public RadioBench Pump { get; }

    /// <summary>Of the page.</summary>
    public string Address => _server!.Address;

    public string Card => CardOf(RadioBench.Serial);

    public DemoCentral Central => _central!;

    /// <param name="demo">The page reaches the pump over the server; otherwise over Bluetooth.</param>
    /// <param name="infuses">A therapy of 1.3 mL/day runs; otherwise nobody has ordered anything.</param>
    public static async Task<ProgrammerBench> StartAsync(bool demo, bool infuses = true)
    {
        var bench = new ProgrammerBench(infuses);

        if (demo)
        {
            bench._central = new DemoCentral(bench.Pump.Radio);
            await bench.Pump.DoAsync(bench.Pump.Radio.HoldButton);

            if (!await bench._central.PairAsync())
            {
                throw new InvalidOperationException("the pump did not pair");
            }
        }

        bench._server = await WebServer.StartAsync(0, new PageFiles(PageFiles.BuiltFolder), demo ? bench : null);
        return bench;
    }

    /// <summary>The demonstration's, at twice the speed of life.</summary>
    public static async Task<ProgrammerBench> AtDemoAsync()
    {
        ProgrammerBench bench = await StartAsync(demo: true);
        bench.Pump.Speed = DemoSpeed;
        return bench;
    }

    /// <summary>What the pump has been ordered to give, nL/h.</summary>
    public Task<int> BasalAsync() => Pump.AskAsync(() => Pump.Simulation.Pump.Status.BasalNlPerHour);

    /// <summary>The card of a pump of this name, with the secret of this one.</summary>
    public string CardOf(string serial) => SecretCardText.Of(serial, 1, Pump.Secret);

    /// <summary>The card of this pump, with a secret that it never had.</summary>
    public string ForgedCard() => SecretCardText.New(RadioBench.Serial);

    /// <summary>Something happens to pump or patient.</summary>
    public Task DoAsync(ScenarioVerb verb, double value = 0, double overSeconds = 0) =>
        Pump.DoAsync(() => Pump.Simulation.Do(new ScenarioStep(Pump.Simulation.Rig.Clock.NowMs, verb, value, overSeconds, ScenarioPart.None)));

    /// <summary>Lets so much of the pump's time pass.</summary>
    public async Task PassAsync(double seconds)
    {
        double now = await Pump.AskAsync(() => Pump.Simulation.Rig.Clock.NowSeconds);
        await Pump.UntilAsync(() => Pump.Simulation.Rig.Clock.NowSeconds >= now + seconds);
    }

    public async Task<bool> TryDoAsync(string action)
    {
        if (action is not ("block" or "unblock"))
        {
            return false;
        }

        await DoAsync(ScenarioVerb.Occlude, action == "block" ? 1e6 : 1);
        return true;
    }

    public Task<bool> TrySetSpeedAsync(double speed)
    {
        Pump.Speed = speed;
        return Task.FromResult(true);
    }

    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        _central?.Dispose();
        await Pump.DisposeAsync();
    }
}
