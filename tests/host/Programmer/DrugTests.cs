using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>Drug, limits and scan: what is unusual is ticked, what changes by much is typed twice.</summary>
[Trait("Category", "Programmer")]
public sealed class DrugTests(PumpFixture fixture) : IClassFixture<PumpFixture>, IAsyncLifetime
{
    private const string Limits = "2. Weight and limits";
    private const string Drug = "3. Drug";

    public Task InitializeAsync() => fixture.RestAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task An_unusual_limit_is_taken_only_with_a_tick()
    {
        Clinician clinician = await AtFormsAsync();
        await clinician.Field("Weight of the patient").FillAsync("71");
        await clinician.Field("Most in a day for each kilogram").FillAsync("0.25");
        await Expect(clinician.Panel(Limits)).ToContainTextAsync("Unusual: above 0.120 mg/kg/day.");
        await clinician.LetCheckAsync(Limits);

        await clinician.SeesChangeAsync("Compare, then confirm");
        ILocator confirm = clinician.Browser.Button("Confirm: these limits");
        await Expect(confirm).ToBeDisabledAsync();
        await TickAsync(clinician);
        await clinician.ConfirmAsync("Confirm: these limits");
        Assert.Equal((71_000, 250), await fixture.AskAsync(pump => (pump.Orders.Drug.WeightGrams, pump.Orders.Drug.MostUgPerKgPerDay)));
        clinician.Browser.AssertClean();
    }

    [Fact]
    public async Task A_big_change_is_typed_again_and_only_the_same_number_will_do()
    {
        Clinician clinician = await AtFormsAsync();
        await clinician.Field("Concentration").FillAsync("2");
        await clinician.LetCheckAsync(Drug);

        await clinician.SeesChangeAsync("Compare, then confirm");
        ILocator confirm = clinician.Browser.Button("Confirm: this drug");
        ILocator again = clinician.Change.GetByLabel("More than twice or less than half of before. Type Concentration again, as shown above");
        await Expect(confirm).ToBeDisabledAsync();
        await again.FillAsync("20");
        await Expect(clinician.Change).ToContainTextAsync("This is not the number that the pump has understood.");
        await Expect(confirm).ToBeDisabledAsync();
        Assert.Equal(6_460, await ConcentrationAsync());

        await again.FillAsync("2");
        await Expect(confirm).ToBeDisabledAsync();
        await TickAsync(clinician);
        await clinician.ConfirmAsync("Confirm: this drug");
        Assert.Equal(2_000, await ConcentrationAsync());

        // As it was, for whoever comes next.
        await clinician.Field("Concentration").FillAsync("6.46");
        await clinician.LetCheckAsync(Drug);
        await clinician.SeesChangeAsync("Compare, then confirm");
        await again.FillAsync("6.46");
        await TickAsync(clinician);
        await clinician.ConfirmAsync("Confirm: this drug");
    }

    [Fact]
    public async Task A_scan_is_not_accepted_by_not_looking()
    {
        Clinician clinician = await AtFormsAsync();
        ILocator panel = clinician.Panel("1. Perfusion scan");
        await clinician.LetCheckAsync("1. Perfusion scan");
        await Expect(panel.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose one.");
        await Expect(clinician.Change).ToHaveCountAsync(0);

        await clinician.Page.GetByLabel("Not accepted").CheckAsync();
        await clinician.LetCheckAsync("1. Perfusion scan");
        await TickAsync(clinician);
        await clinician.ConfirmAsync("Confirm: this word on the scan");
        await Expect(panel).ToContainTextAsync("not accepted");
        Assert.False(await fixture.AskAsync(pump => pump.Orders.Drug.PerfusionAccepted));
    }

    [Theory]
    [InlineData("Flöxuridine", "The pump knows letters without accents only.")]
    [InlineData(" ", "A number is missing.")]
    public async Task A_name_that_the_pump_cannot_write_is_not_sent(string name, string why)
    {
        Clinician clinician = await AtFormsAsync();
        await clinician.Field("Drug").FillAsync(name);

        await clinician.LetCheckAsync(Drug);

        await Expect(clinician.Reason("Drug")).ToContainTextAsync(why);
        await Expect(clinician.Field("Drug")).ToBeFocusedAsync();
        await Expect(clinician.Change).ToHaveCountAsync(0);
    }

    // More than is usual stays unusual, whatever else is told of the drug.
    private static Task TickAsync(Clinician clinician) =>
        clinician.Change.GetByLabel("Most in a day for each kilogram is outside the usual range, which ends at 0.120 mg/kg/day.").CheckAsync();

    private async Task<Clinician> AtFormsAsync()
    {
        Clinician clinician = await fixture.OrderAtAsync("Drug and limits");
        await Expect(clinician.Panel(Drug)).ToContainTextAsync("Usual: ");
        await Expect(clinician.Field("Drug")).ToHaveValueAsync("Floxuridine");
        return clinician;
    }

    private Task<int> ConcentrationAsync() => fixture.AskAsync(pump => pump.Orders.Drug.ConcentrationUgPerMl);
}
