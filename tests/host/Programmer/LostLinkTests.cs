using System.Threading.Tasks;
using Haip.VirtualBluetooth.Air;
using Haip.VirtualBoard.Files;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>A link that goes at the worst moments of an order: nothing is sent twice, and nobody is told what is not known.</summary>
[Trait("Category", "Programmer")]
public sealed class LostLinkTests(PageFixture fixture) : IClassFixture<PageFixture>
{
    private const int Before = 54_167;
    private const int After = 62_500;
    private const float PatienceMs = 40_000;

    /// <param name="sent">It reaches the pump, and its answer nobody: what was only checked is forgotten with the session.</param>
    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public async Task An_order_that_the_pump_has_not_taken_is_not_sent_again(bool whileChecked, bool sent)
    {
        await using ProgrammerBench bench = await ProgrammerBench.AtDemoAsync();
        await using Clinician clinician = await Clinician.InSessionAsync(fixture.Process, bench.Address);
        await clinician.DraftTherapyAsync("1.5");

        if (!whileChecked)
        {
            await clinician.LetCheckAsync();
            await clinician.SeesChangeAsync("Compare, then confirm");
        }

        AirFaults faults = bench.Central.Link.Faults;
        (faults.LoseLinkBeforeWrite, faults.LoseLinkAfterWrite) = sent ? (0, 1) : (1, 0);
        await (whileChecked ? clinician.LetCheckAsync() : clinician.Browser.Button("Confirm: start this therapy").ClickAsync());

        await clinician.SeesChangeAsync("Outcome unknown");
        await SeesReturnAsync(clinician);
        await Expect(clinician.Change).ToHaveCountAsync(0);
        await Expect(clinician.CheckButton("New therapy")).ToBeEnabledAsync();
        Assert.Equal(Before, await bench.BasalAsync());
    }

    [Fact]
    public async Task An_order_that_the_pump_took_while_the_link_went_is_confirmed_by_the_pump_itself()
    {
        await using ProgrammerBench bench = await ProgrammerBench.AtDemoAsync();
        await using Clinician clinician = await Clinician.InSessionAsync(fixture.Process, bench.Address);
        await clinician.DraftTherapyAsync("1.5");
        await clinician.LetCheckAsync();
        await clinician.SeesChangeAsync("Compare, then confirm");

        // The answer never arrives.
        AirLink link = bench.Central.Link;
        link.Faults.DropNotifications = int.MaxValue;
        await clinician.Browser.Button("Confirm: start this therapy").ClickAsync();
        await bench.Pump.UntilAsync(() => bench.Pump.Simulation.Pump.Status.BasalNlPerHour == After);
        link.Drop();
        link.Faults.DropNotifications = 0;

        await clinician.SeesChangeAsync("Outcome unknown");
        await SeesReturnAsync(clinician);
        await clinician.SeesChangeAsync("Confirmed by the pump");
        Assert.Equal(After, await bench.BasalAsync());
    }

    [Fact]
    public async Task A_lost_link_leaves_what_was_known_marked_as_old_and_comes_back_by_itself()
    {
        await using ProgrammerBench bench = await ProgrammerBench.AtDemoAsync();
        await using Clinician clinician = await Clinician.AtDemoAsync(fixture.Process, bench.Address);
        await clinician.GoAsync("Overview");
        await bench.DoAsync(ScenarioVerb.PowerOff);

        await clinician.SeesAsync("Link lost");
        await clinician.SeesAsync("last known at");
        await Expect(clinician.Page.Locator("main")).ToContainTextAsync("last known at");

        await bench.DoAsync(ScenarioVerb.PowerOn);
        await Expect(clinician.Band).ToContainTextAsync("Connected", new() { Timeout = PatienceMs });
    }

    /// <summary>Or a keyboard would have to find its place again whenever the pump is late.</summary>
    [Fact]
    public async Task A_pump_that_is_not_heard_for_a_while_takes_nobody_out_of_the_field()
    {
        await using ProgrammerBench bench = await ProgrammerBench.AtDemoAsync();
        await using Clinician clinician = await Clinician.InSessionAsync(fixture.Process, bench.Address);
        await clinician.DraftTherapyAsync("1.5");
        ILocator rate = clinician.Field("Rate");
        await rate.FocusAsync();

        bench.Central.Link.Faults.DropNotifications = int.MaxValue;
        await Expect(clinician.CheckButton("New therapy")).ToBeDisabledAsync();
        await Expect(rate).ToBeFocusedAsync();
        bench.Central.Link.Faults.DropNotifications = 0;

        await Expect(clinician.CheckButton("New therapy")).ToBeEnabledAsync(new() { Timeout = PatienceMs });
        await Expect(rate).ToBeFocusedAsync();
        await Expect(rate).ToHaveValueAsync("1.5");
    }

    [Fact]
    public async Task A_page_that_is_loaded_again_has_forgotten_card_and_draft_and_the_pump_goes_on()
    {
        await using ProgrammerBench bench = await ProgrammerBench.AtDemoAsync();
        await using Clinician clinician = await Clinician.InSessionAsync(fixture.Process, bench.Address);
        await clinician.DraftTherapyAsync("1.5");
        await clinician.LetCheckAsync();
        await clinician.SeesChangeAsync("Compare, then confirm");

        await clinician.Page.ReloadAsync();

        await clinician.SeesAsync("Not connected");
        await Expect(clinician.Change).ToHaveCountAsync(0);
        await bench.Pump.UntilAsync(() => !bench.Pump.Simulation.Processor.Programmer.SessionOpen);
        Assert.Equal(0, await clinician.Page.EvaluateAsync<int>("() => localStorage.length + sessionStorage.length"));
        Assert.Equal(Before, await bench.BasalAsync());

        await clinician.GoAsync("Connect");
        await clinician.Browser.Button("Use the demo pump").ClickAsync();
        await clinician.SeesAsync("Connected");
    }

    [Fact]
    public async Task A_second_tab_says_that_the_first_has_the_pump()
    {
        await using ProgrammerBench bench = await ProgrammerBench.AtDemoAsync();
        await using Clinician clinician = await Clinician.AtDemoAsync(fixture.Process, bench.Address);
        var second = new Clinician(await clinician.Browser.OpenTabAsync());

        await second.Browser.Button("Use the demo pump").ClickAsync();

        await Expect(second.Page.GetByText("Another tab of this browser holds the pump").First).ToBeVisibleAsync();
        await clinician.SeesAsync("Connected");
    }

    // The page comes back by itself, with the card of a person who is still there, and asks the pump what holds.
    private static Task SeesReturnAsync(Clinician clinician) =>
        Expect(clinician.Band).ToContainTextAsync("This page may command", new() { Timeout = PatienceMs });
}
