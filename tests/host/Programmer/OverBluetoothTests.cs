using System.Threading.Tasks;
using Haip.HostTests.Radio;
using Haip.VirtualBluetooth.Air;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>The page as it is used: an unmodified browser, its own Bluetooth, a passkey.</summary>
[Trait("Category", "Programmer")]
public sealed class OverBluetoothTests
{
    private const int Ordered = 62_500;
    private const float PatienceMs = 40_000;

    // A reconnect takes seconds then, and a person can see that the link is lost.
    private const int SlowAirMs = 500;

    [Fact]
    public async Task A_clinician_pairs_orders_another_rate_loses_the_link_twice_and_has_it_back()
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
        await clinician.ConfirmAsync("Confirm: start this therapy");
        Assert.Equal(Ordered, await bench.BasalAsync());

        AirFaults faults = bench.Pump.Link.Faults;
        faults.AnswerDelayMs = SlowAirMs;
        bench.Pump.Link.Drop();
        await clinician.SeesAsync("Link lost");
        await SeesReturnAsync(clinician, faults);

        // In the middle of an order: it never arrives, and nobody but the pump can say so.
        await clinician.DraftTherapyAsync("1.6");
        await clinician.LetCheckAsync();
        await clinician.SeesChangeAsync("Compare, then confirm");
        (faults.AnswerDelayMs, faults.LoseLinkBeforeWrite) = (SlowAirMs, 1);
        await clinician.Browser.Button("Confirm: start this therapy").ClickAsync();
        await clinician.SeesChangeAsync("Outcome unknown");
        await SeesReturnAsync(clinician, faults);
        await Expect(clinician.Change).ToHaveCountAsync(0);
        Assert.Equal(Ordered, await bench.BasalAsync());
        clinician.Browser.AssertClean();
    }

    // Nobody chooses the pump or types the passkey again, and the card is still that of a person who is there.
    private static async Task SeesReturnAsync(Clinician clinician, AirFaults faults)
    {
        faults.AnswerDelayMs = 0;
        await Expect(clinician.Band).ToContainTextAsync("This page may command", new() { Timeout = PatienceMs });
    }
}
