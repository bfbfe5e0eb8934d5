using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Haip.Core.Delivery;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>A volume at once: how long it still takes, how it is stopped, and when there is none.</summary>
[Trait("Category", "Programmer")]
public sealed class BolusTests(PumpFixture fixture) : IClassFixture<PumpFixture>
{
    private const double FastSpeed = 40;

    [Fact]
    public async Task A_flush_counts_down_and_ends_by_itself()
    {
        Clinician clinician = await OrderedAsync("Flush", "0.05", "0.5");
        await clinician.SeesChangeAsync("Compare, then confirm");
        await Expect(clinician.Change).ToContainTextAsync("0.05 mL");
        await Expect(clinician.Change).ToContainTextAsync("0.500 mL/h");
        await Expect(clinician.Change).ToContainTextAsync("6 min 00 s");
        await clinician.ConfirmAsync("Confirm: give this bolus");

        ILocator running = clinician.Panel("Bolus on its way");
        await Expect(running.GetByRole(AriaRole.Timer)).ToContainTextAsync("5 min");
        await Expect(running).ToContainTextAsync("0.05 mL");

        // A second one waits until it is over.
        await clinician.LetCheckAsync("New bolus");
        await clinician.SeesChangeAsync("Refused by the pump");
        await Expect(clinician.Change).ToContainTextAsync("A bolus is on its way.");
        await clinician.Browser.Button("Close").ClickAsync();

        await fixture.PassAsync(seconds: 150);
        await Expect(running.GetByRole(AriaRole.Timer)).ToContainTextAsync(new Regex("[34] min"));
        fixture.Bench.Pump.Speed = FastSpeed;
        await fixture.Bench.Pump.UntilAsync(() => fixture.Bench.Pump.Simulation.Pump.Status.BolusLeftNl == 0);
        await Expect(running).ToHaveCountAsync(0);
        await clinician.SeesAsync("Infusing");
        clinician.Browser.AssertClean();
    }

    [Fact]
    public async Task A_bolus_that_is_stopped_is_over_for_good()
    {
        Clinician clinician = await OrderedAsync("Flush", "0.1", "0.5");
        await clinician.ConfirmAsync("Confirm: give this bolus");
        ILocator running = clinician.Panel("Bolus on its way");
        await Expect(running).ToContainTextAsync("Suspend stops the bolus for good and halts the therapy.");

        await running.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(running).ToHaveCountAsync(0);
        await clinician.SeesAsync("Suspended");
        Assert.Equal((PumpState.Suspended, 0), await fixture.AskAsync(pump => (pump.Status.State, (int)pump.Status.BolusLeftNl)));

        await clinician.GoAsync("Prescribe");
        await clinician.Browser.Button("Resume …").ClickAsync();
        await clinician.Browser.Button("Confirm: resume this therapy").ClickAsync();
        await clinician.SeesAsync("Infusing");
        await clinician.GoAsync("Bolus and flush");
        await Expect(running).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("Flush", "6", "0.5", "Volume", "Too much: the pump takes 5.000 mL or less.")]
    [InlineData("Flush", "0.1", "0.7", "Rate", "Too much: the pump takes 0.600 mL/h or less.")]
    [InlineData("Perfusion test", "2", "0.5", "Volume", "Too much: the pump takes 1.000 mL or less.")]
    public async Task A_bolus_beyond_the_limits_of_its_kind_is_not_sent(string kind, string volume, string rate, string field, string why)
    {
        Clinician clinician = await OrderedAsync(kind, volume, rate);

        await Expect(clinician.Reason(field)).ToContainTextAsync(why);
        await Expect(clinician.Change).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("Perfusion test", "0.1", "0.5", "present state")]
    [InlineData("Flush", "0.1", "0.6", "Rate of the flush: 0.654 mL/h; the limit is 0.600 mL/h.")]
    [InlineData("Flush", "4", "0.5", "The dose of a day would be above the patient’s limit.")]
    public async Task A_bolus_that_the_pump_will_not_give_is_refused_with_the_reason(string kind, string volume, string rate, string why)
    {
        Clinician clinician = await OrderedAsync(kind, volume, rate);

        await clinician.SeesChangeAsync("Refused by the pump");
        await Expect(clinician.Change).ToContainTextAsync(why);
        await Expect(clinician.Change).ToContainTextAsync("Nothing was changed; what ran before goes on.");
    }

    private async Task<Clinician> OrderedAsync(string kind, string volume, string rate)
    {
        Clinician clinician = await fixture.OrderAtAsync("Bolus and flush");
        await Expect(clinician.Panel("New bolus")).ToContainTextAsync("Usual: ");
        await clinician.Page.GetByRole(AriaRole.Radio, new PageGetByRoleOptions { Name = kind }).CheckAsync();
        await clinician.Field("Volume").FillAsync(volume);
        await clinician.Field("Rate").FillAsync(rate);
        await clinician.LetCheckAsync("New bolus");
        return clinician;
    }
}
