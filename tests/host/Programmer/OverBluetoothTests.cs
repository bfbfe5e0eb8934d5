using System.Threading.Tasks;
using Haip.HostTests.Radio;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>The page as it is used: an unmodified browser, its own Bluetooth, a passkey.</summary>
[Trait("Category", "Programmer")]
public sealed class OverBluetoothTests
{
    [Fact]
    public async Task A_clinician_pairs_and_orders_another_rate()
    {
        await using ProgrammerBench bench = await ProgrammerBench.StartAsync(demo: false);
        bench.Pump.Speed = 5;
        await using BrowserProcess process = await BrowserProcess.StartAsync(bench.Pump.Adapter.Address);
        await using Clinician clinician = await Clinician.ArriveAsync(process, bench.Address);
        await bench.Pump.PairByPersonAsync();

        // Who closes the list of devices is told nothing bad.
        clinician.Browser.Chooser.Cancel = 1;
        await clinician.Browser.Button("Connect").ClickAsync();
        await Expect(clinician.Browser.Button("Connect")).ToBeEnabledAsync();
        await clinician.SeesAsync("Not connected");

        await clinician.Browser.Button("Connect").ClickAsync();
        await clinician.SeesAsync(RadioBench.Serial);
        await clinician.SeesAsync("Infusing");
        await clinician.OpenSessionAsync(bench.Card);
        await clinician.DraftTherapyAsync("1.5");
        await clinician.LetCheckAsync();
        await clinician.SeesChangeAsync("Compare, then confirm");
        await clinician.Browser.Button("Confirm: start this therapy").ClickAsync();
        await clinician.SeesChangeAsync("Confirmed by the pump");
        Assert.Equal(62_500, await bench.Pump.AskAsync(() => bench.Pump.Simulation.Pump.Status.BasalNlPerHour));
        clinician.Browser.AssertClean();
    }
}
