using System.Threading.Tasks;
using Haip.Core.Delivery;
using Haip.VirtualBoard.Files;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>Orders through the page into the pump, and what the pump will not do.</summary>
[Trait("Category", "Programmer")]
public sealed class ProgrammingTests(PageFixture fixture) : IClassFixture<PageFixture>
{
    private const double FastSpeed = 20;
    private const double IdleSpeed = 100;

    [Fact]
    public async Task A_rate_is_checked_compared_confirmed_and_then_delivered()
    {
        await using ProgrammerBench bench = await ProgrammerBench.AtDemoAsync();
        await using Clinician clinician = await Clinician.InSessionAsync(fixture.Process, bench.Address);

        await clinician.DraftTherapyAsync("1.5");
        await clinician.LetCheckAsync();
        await clinician.SeesChangeAsync("Compare, then confirm");
        await Expect(clinician.Change).ToContainTextAsync("1.500");
        Assert.Equal(54_167, await bench.BasalAsync());

        await clinician.Browser.Button("Confirm: start this therapy").ClickAsync();
        await clinician.SeesChangeAsync("Confirmed by the pump");
        Assert.Equal(62_500, await bench.BasalAsync());
        await clinician.SeesAsync("1.500");
        clinician.Browser.AssertClean();
    }

    [Fact]
    public async Task What_is_dropped_changes_nothing()
    {
        await using ProgrammerBench bench = await ProgrammerBench.AtDemoAsync();
        await using Clinician clinician = await Clinician.InSessionAsync(fixture.Process, bench.Address);

        await clinician.DraftTherapyAsync("1.5");
        await clinician.LetCheckAsync();
        await clinician.Browser.Button("Drop it").ClickAsync();

        await Expect(clinician.Change).ToHaveCountAsync(0);
        Assert.Equal(54_167, await bench.BasalAsync());
    }

    [Fact]
    public async Task A_number_that_the_pump_cannot_take_is_never_sent()
    {
        await using ProgrammerBench bench = await ProgrammerBench.AtDemoAsync();
        await using Clinician clinician = await Clinician.InSessionAsync(fixture.Process, bench.Address);

        foreach ((string rate, string why) in new[] { ("30", "Too much"), ("1,5", "decimal mark"), ("", "missing"), ("fast", "not a number") })
        {
            await clinician.DraftTherapyAsync(rate);
            await clinician.LetCheckAsync();

            await Expect(clinician.Panel("New therapy").Locator(".wrong").First).ToContainTextAsync(why);
            await Expect(clinician.Field("Rate")).ToBeFocusedAsync();
            await Expect(clinician.Change).ToHaveCountAsync(0);
        }
    }

    [Fact]
    public async Task A_refusal_says_why_and_what_ran_goes_on()
    {
        await using ProgrammerBench bench = await ProgrammerBench.AtDemoAsync();
        await using Clinician clinician = await Clinician.InSessionAsync(fixture.Process, bench.Address);

        // A drug is named only while nothing is delivered.
        await clinician.GoAsync("Drug and limits");
        await clinician.Field("Weight of the patient").FillAsync("70");
        await clinician.Field("Most in a day").FillAsync("21");
        await clinician.Field("Most in a day for each kilogram").FillAsync("0.3");
        await clinician.LetCheckAsync("2. Weight and limits");

        await clinician.SeesChangeAsync("Refused by the pump");
        await Expect(clinician.Change).ToContainTextAsync("present state");
        await clinician.Browser.Button("Close").ClickAsync();
        Assert.Equal(54_167, await bench.BasalAsync());
    }

    [Fact]
    public async Task A_flush_is_given_and_a_press_halts_everything()
    {
        await using ProgrammerBench bench = await ProgrammerBench.AtDemoAsync();
        await using Clinician clinician = await Clinician.InSessionAsync(fixture.Process, bench.Address);

        await clinician.GoAsync("Bolus and flush");
        await clinician.Field("Volume").FillAsync("0.1");
        await clinician.Field("Rate").FillAsync("0.5");
        await clinician.LetCheckAsync("New bolus");
        await clinician.Browser.Button("Confirm: give this bolus").ClickAsync();
        await clinician.SeesChangeAsync("Confirmed by the pump");
        await Expect(clinician.Panel("Bolus on its way")).ToBeVisibleAsync();

        await clinician.Band.GetByText("Suspend").ClickAsync();
        await clinician.SeesAsync("Suspended");
        Assert.Equal(PumpState.Suspended, await bench.Pump.AskAsync(() => bench.Pump.Simulation.Pump.Status.State));

        // Two steps back.
        await clinician.GoAsync("Prescribe");
        await clinician.Browser.Button("Resume …").ClickAsync();
        await clinician.Browser.Button("Confirm: resume this therapy").ClickAsync();
        await clinician.SeesAsync("Infusing");
    }

    [Fact]
    public async Task Without_a_card_nothing_can_be_ordered_and_a_wrong_card_says_what_is_wrong_with_it()
    {
        await using ProgrammerBench bench = await ProgrammerBench.AtDemoAsync();
        await using Clinician clinician = await Clinician.AtDemoAsync(fixture.Process, bench.Address);

        await clinician.GoAsync("Prescribe");
        await Expect(clinician.CheckButton("New therapy")).ToBeDisabledAsync();

        await clinician.TypeCardAsync(bench.CardOf("HAIP-OTHER-1"));
        await Expect(clinician.Panel("Session")).ToContainTextAsync("This is the card of another pump");
        await clinician.TypeCardAsync(bench.Card[..^1]);
        await Expect(clinician.Panel("Session")).ToContainTextAsync("This text is no card");
        Assert.False(await bench.Pump.AskAsync(() => bench.Pump.Simulation.Processor.Programmer.SessionOpen));

        await clinician.OpenSessionAsync(bench.Card);
    }

    [Fact]
    public async Task A_card_with_another_secret_opens_nothing()
    {
        await using ProgrammerBench bench = await ProgrammerBench.AtDemoAsync();
        await using Clinician clinician = await Clinician.AtDemoAsync(fixture.Process, bench.Address);

        await clinician.TypeCardAsync(bench.ForgedCard());

        await Expect(clinician.Panel("Session").GetByRole(Microsoft.Playwright.AriaRole.Alert)).ToBeVisibleAsync();
        Assert.False(await bench.Pump.AskAsync(() => bench.Pump.Simulation.Processor.Programmer.SessionOpen));
    }

    [Fact]
    public async Task A_session_that_nobody_uses_ends_and_the_page_orders_nothing_more()
    {
        await using ProgrammerBench bench = await ProgrammerBench.AtDemoAsync();
        await using Clinician clinician = await Clinician.InSessionAsync(fixture.Process, bench.Address);
        await clinician.DraftTherapyAsync("1.5");

        bench.Pump.Speed = IdleSpeed;

        await Expect(clinician.Band).Not.ToContainTextAsync("This page may command", new() { Timeout = 20_000 });
        await Expect(clinician.CheckButton("New therapy")).ToBeDisabledAsync();
    }

    [Fact]
    public async Task An_alarm_that_comes_while_somebody_programmes_is_seen_at_once_and_answered()
    {
        await using ProgrammerBench bench = await ProgrammerBench.AtDemoAsync();
        await using Clinician clinician = await Clinician.InSessionAsync(fixture.Process, bench.Address);
        await clinician.DraftTherapyAsync("1.5");

        bench.Pump.Speed = FastSpeed;
        await bench.DoAsync(ScenarioVerb.Occlude, 1e6);
        await clinician.SeesAsync("High");

        // What was typed is still there.
        await Expect(clinician.Field("Rate")).ToHaveValueAsync("1.5");
        await clinician.SeesAsync("Stopped by alarm");

        await bench.DoAsync(ScenarioVerb.Occlude, 1);
        await bench.PassAsync(seconds: 30);
        await clinician.GoAsync("Alarms");
        await clinician.Browser.Button("Acknowledge all that are shown").ClickAsync();
        await bench.Pump.UntilAsync(() => bench.Pump.Simulation.Pump.Status.State == PumpState.Suspended);
        await clinician.SeesAsync("Suspended");
    }
}
