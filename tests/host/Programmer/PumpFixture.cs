using System;
using System.Threading.Tasks;
using Haip.Core.Delivery;
using Haip.HostTests.Radio;
using Haip.VirtualBoard.Files;
using Xunit;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>One pump that gives 1.3 mL/day, and one person at its page for all tests of a class, who begins each on a fresh screen.</summary>
public sealed class PumpFixture : IAsyncLifetime
{
    private const double Speed = 2;

    private readonly PageFixture _browser = new();
    private ProgrammerBench? _bench;
    private Clinician? _clinician;

    public async Task InitializeAsync()
    {
        await _browser.InitializeAsync();
        _bench = await ProgrammerBench.StartAsync(demo: true);
        _bench.Pump.Speed = Speed;
        _clinician = await Clinician.AtDemoAsync(Process, Bench.Address);
    }

    public async Task DisposeAsync()
    {
        await _clinician!.DisposeAsync();
        await _bench!.DisposeAsync();
        await _browser.DisposeAsync();
    }

    internal ProgrammerBench Bench => _bench!;

    internal BrowserProcess Process => _browser.Process;

    /// <summary>The person, who may order, at a screen that shows nothing of an earlier test.</summary>
    internal async Task<Clinician> OrderAtAsync(string screen)
    {
        await LeaveAsync();

        if (!await MayOrderAsync())
        {
            await _clinician!.OpenSessionAsync(Bench.Card);
        }

        await _clinician!.GoAsync(screen);
        return _clinician;
    }

    /// <summary>The person, who may only look.</summary>
    internal async Task<Clinician> LookAtAsync(string screen)
    {
        await LeaveAsync();

        if (await MayOrderAsync())
        {
            await _clinician!.GoAsync("Connect");
            await _clinician.Browser.Button("End the session").ClickAsync();
            await _clinician.SeesAsync("No session");
        }

        await _clinician!.GoAsync(screen);
        return _clinician;
    }

    /// <summary>Something that the pump itself knows.</summary>
    internal Task<T> AskAsync<T>(Func<Haip.Core.Pump, T> what) => Bench.Pump.AskAsync(() => what(Bench.Pump.Simulation.Pump));

    /// <summary>How often the pump's order was changed since its start.</summary>
    internal Task<int> OrdersAsync() => AskAsync(pump => pump.Records.OrderChangedCount);

    /// <summary>Lets so much of the pump's time pass, quickly.</summary>
    internal async Task PassAsync(double seconds)
    {
        Bench.Pump.Speed = 20;
        await Bench.PassAsync(seconds);
        Bench.Pump.Speed = Speed;
    }

    /// <summary>Nothing is ordered any more.</summary>
    internal async Task RestAsync()
    {
        await Bench.DoAsync(ScenarioVerb.EndTherapy);
        await Bench.Pump.UntilAsync(() => Bench.Pump.Simulation.Pump.Status.State == PumpState.Standby);
    }

    // A test that failed may have left an order on the table.
    private async Task LeaveAsync()
    {
        Bench.Pump.Speed = Speed;

        foreach (string way in new[] { "Drop it", "Close" })
        {
            if (await _clinician!.Browser.Button(way).CountAsync() > 0)
            {
                await _clinician.Browser.Button(way).ClickAsync();
            }
        }

        await _clinician!.GoAsync("Overview");
    }

    private async Task<bool> MayOrderAsync() => (await _clinician!.Band.InnerTextAsync()).Contains("This page may command", StringComparison.Ordinal);
}
