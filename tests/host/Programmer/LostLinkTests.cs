using System.Threading.Tasks;
using Haip.VirtualBoard.Files;
using Haip.VirtualBluetooth.Air;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>A link that goes at the worst moments of an order: nothing is sent twice, and nobody is told what is not known.</summary>
[Trait("Category", "Programmer")]
public sealed class LostLinkTests(PageFixture fixture) : IClassFixture<PageFixture>
{
    private const int Before = 54_167;
    private const int After = 62_500;

    [Theory]
    [InlineData(true, false, Before)]
    [InlineData(true, true, Before)]
    [InlineData(false, false, Before)]
    [InlineData(false, true, After)]
    public async Task The_pump_is_asked_what_holds_before_anything_else(bool whileChecked, bool written, int expected)
    {
        await using ProgrammerBench bench = await ProgrammerBench.StartAsync(demo: true);
        bench.Pump.Speed = 2;
        await using Clinician clinician = await Clinician.InSessionAsync(fixture.Process, bench.Address);
        await clinician.DraftTherapyAsync("1.5");

        if (!whileChecked)
        {
            await clinician.LetCheckAsync();
            await clinician.SeesChangeAsync("Compare, then confirm");
        }

        LoseNextWrite(bench.Central.Link.Faults, written);
        await (whileChecked ? clinician.LetCheckAsync() : clinician.Browser.Button("Confirm: start this therapy").ClickAsync());

        await clinician.SeesChangeAsync("Outcome unknown");
        await Expect(clinician.Browser.Button("Ask the pump what holds")).ToBeDisabledAsync();

        // The page comes back by itself; a person opens the session.
        await clinician.SeesAsync("Connected");
        await clinician.OpenSessionAsync(bench.Card);
        await clinician.Browser.Button("Ask the pump what holds").ClickAsync();

        if (expected == After)
        {
            await clinician.SeesChangeAsync("Confirmed by the pump");
        }
        else
        {
            await Expect(clinician.Change.GetByText("Outcome unknown")).ToHaveCountAsync(0);
        }

        Assert.Equal(expected, await bench.Pump.AskAsync(() => bench.Pump.Simulation.Pump.Status.BasalNlPerHour));
    }

    [Fact]
    public async Task A_lost_link_leaves_what_was_known_marked_as_old_and_comes_back_by_itself()
    {
        await using ProgrammerBench bench = await ProgrammerBench.StartAsync(demo: true);
        bench.Pump.Speed = 2;
        await using Clinician clinician = await Clinician.AtDemoAsync(fixture.Process, bench.Address);
        await clinician.GoAsync("Overview");
        await bench.DoAsync(ScenarioVerb.PowerOff);

        await clinician.SeesAsync("Link lost");
        await clinician.SeesAsync("last known at");
        await Expect(clinician.Page.Locator("main")).ToContainTextAsync("last known at");

        await bench.DoAsync(ScenarioVerb.PowerOn);
        await Expect(clinician.Band).ToContainTextAsync("Connected", new() { Timeout = 40_000 });
    }

    [Fact]
    public async Task A_page_that_is_loaded_again_has_forgotten_card_and_draft_and_the_pump_goes_on()
    {
        await using ProgrammerBench bench = await ProgrammerBench.StartAsync(demo: true);
        bench.Pump.Speed = 2;
        await using Clinician clinician = await Clinician.InSessionAsync(fixture.Process, bench.Address);
        await clinician.DraftTherapyAsync("1.5");
        await clinician.LetCheckAsync();
        await clinician.SeesChangeAsync("Compare, then confirm");

        await clinician.Page.ReloadAsync();

        await clinician.SeesAsync("Not connected");
        await Expect(clinician.Change).ToHaveCountAsync(0);
        await bench.Pump.UntilAsync(() => !bench.Pump.Simulation.Processor.Programmer.SessionOpen);
        Assert.Equal(0, await clinician.Page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length"));
        Assert.Equal(Before, await bench.Pump.AskAsync(() => bench.Pump.Simulation.Pump.Status.BasalNlPerHour));

        await clinician.GoAsync("Connect");
        await clinician.Browser.Button("Use the demo pump").ClickAsync();
        await clinician.SeesAsync("Connected");
    }

    [Fact]
    public async Task A_second_tab_says_that_the_first_has_the_pump()
    {
        await using ProgrammerBench bench = await ProgrammerBench.StartAsync(demo: true);
        await using Clinician clinician = await Clinician.AtDemoAsync(fixture.Process, bench.Address);
        var second = new Clinician(await clinician.Browser.OpenTabAsync());

        await second.Browser.Button("Use the demo pump").ClickAsync();

        await Expect(second.Page.GetByText("Another tab of this browser holds the pump").First).ToBeVisibleAsync();
        await clinician.SeesAsync("Connected");
    }

    private static void LoseNextWrite(AirFaults faults, bool written)
    {
        if (written)
        {
            faults.LoseLinkAfterWrite = 1;
        }
        else
        {
            faults.LoseLinkBeforeWrite = 1;
        }
    }
}
