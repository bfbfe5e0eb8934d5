using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>Numbers that will not do: the reason stands beside the field, and the pump hears nothing.</summary>
[Trait("Category", "Programmer")]
public sealed class NumberFieldTests(PumpFixture fixture) : IClassFixture<PumpFixture>
{
    [Theory]
    [InlineData("Prescribe", "New therapy", "Rate", "0.01", "3.5", "0.100 mL/day", "3.000 mL/day")]
    [InlineData("Prescribe", "New therapy", "Rate that keeps the artery open afterwards", "0.01", "2", "0.100 mL/day", "1.001 mL/day")]
    [InlineData("Bolus and flush", "New bolus", "Volume", "0.01", "50", "0.050 mL", "5.000 mL")]
    [InlineData("Bolus and flush", "New bolus", "Rate", "0.001", "6", "0.020 mL/h", "0.600 mL/h")]
    [InlineData("Drug and limits", "2. Weight and limits", "Weight of the patient", "7", "700", "20.0 kg", "250.0 kg")]
    [InlineData("Drug and limits", "2. Weight and limits", "Most in a day", "0.01", "210", "0.10 mg/day", "75.00 mg/day")]
    [InlineData("Drug and limits", "3. Drug", "Concentration", "0.01", "64.6", "0.100 mg/mL", "50.000 mg/mL")]
    public async Task A_number_that_will_not_do_says_why_and_is_not_sent(string screen, string panel, string field, string low, string high, string least, string most)
    {
        Clinician clinician = await fixture.OrderAtAsync(screen);
        await Expect(clinician.Panel(panel)).ToContainTextAsync("Usual: ");
        int before = await fixture.OrdersAsync();

        foreach ((string typed, string why) in new[]
        {
            (low, $"Too little: the pump takes {least} or more."), (high, $"Too much: the pump takes {most} or less."),
            ("1,3", "Write the decimal mark as a point: 1.3, not 1,3."), ("1.234,5", "This may be read in two ways."), ("1,234.5", "This may be read in two ways."),
            ("-1", "Too little"), ("1e1", "This is not a number."), ("0.1234567", "digits after the point."), ("", "A number is missing."), ("  ", "A number is missing."),
        })
        {
            ILocator input = clinician.Panel(panel).GetByLabel(field, new LocatorGetByLabelOptions { Exact = true });
            await input.FillAsync(typed);
            await clinician.LetCheckAsync(panel);
            await Expect(clinician.Reason(field)).ToContainTextAsync(why);
            await Expect(input).ToHaveAttributeAsync("aria-invalid", "true");
        }

        await Expect(clinician.Change).ToHaveCountAsync(0);
        Assert.Equal(before, await fixture.OrdersAsync());
        clinician.Browser.AssertClean();
    }

    [Fact]
    public async Task What_is_pasted_and_is_no_number_says_how_to_paste()
    {
        Clinician clinician = await fixture.OrderAtAsync("Drug and limits");
        await clinician.Field("Drug").FillAsync("70 kg");
        await clinician.Field("Drug").SelectTextAsync();
        await clinician.Page.Keyboard.PressAsync("Control+c");
        int before = await fixture.OrdersAsync();

        await clinician.GoAsync("Bolus and flush");
        await clinician.Field("Volume").FocusAsync();
        await clinician.Page.Keyboard.PressAsync("Control+v");

        await Expect(clinician.Field("Volume")).ToHaveValueAsync("70 kg");
        await clinician.LetCheckAsync("New bolus");
        await Expect(clinician.Reason("Volume")).ToContainTextAsync("What was pasted is not a number. Paste digits and a point only.");
        await Expect(clinician.Change).ToHaveCountAsync(0);
        Assert.Equal(before, await fixture.OrdersAsync());
    }
}
