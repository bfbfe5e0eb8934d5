using System;
using System.Globalization;
using System.Threading.Tasks;
using Haip.HostTests.Radio;
using Haip.VirtualBoard.Files;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>A refill at the page: who, what comes out, what goes in, and what is booked.</summary>
[Trait("Category", "Programmer")]
public sealed class RefillTests(PumpFixture fixture) : IClassFixture<PumpFixture>
{
    private const string LastFill = "Volume after the last fill";
    private const string DrawnOut = "Volume drawn out";
    private const string Filled = "Volume in the reservoir after filling";
    private const double NlPerMl = 1e6;
    private const double SettleSeconds = 10;

    [Fact]
    public async Task A_refill_is_judged_filled_checked_and_booked()
    {
        Clinician clinician = await IdentifiedAsync();
        double expectedMl = await ExpectedMlAsync();
        await fixture.Bench.DoAsync(ScenarioVerb.SetReservoir, 5);
        await fixture.PassAsync(SettleSeconds);

        await Expect(clinician.Panel("Measured accuracy")).ToContainTextAsync("Needs the last fill");
        await AspirateAsync(clinician, expectedMl + 18.2, expectedMl);
        await Expect(clinician.Panel("Measured accuracy")).ToContainTextAsync("Within 10 %.");
        await clinician.Browser.Button("Note the pressure, empty").ClickAsync();

        await clinician.Browser.Button("Next").ClickAsync();
        await fixture.Bench.DoAsync(ScenarioVerb.SetReservoir, 28);
        await fixture.PassAsync(SettleSeconds);
        await clinician.Field(Filled).FillAsync("28");
        await clinician.Browser.Button("Note the pressure, full").ClickAsync();
        await Expect(clinician.Panel("3. Fill")).ToContainTextAsync("It has risen as a filled reservoir does.");

        await clinician.Browser.Button("Next").ClickAsync();
        await Expect(clinician.Page.GetByText("Only when the drug, its concentration or its name differ")).ToBeVisibleAsync();
        await clinician.Browser.Button("Next").ClickAsync();
        string before = RefillBy();
        string said = await clinician.Panel("5. Book").InnerTextAsync();
        Assert.True(said.Contains(before, StringComparison.Ordinal) || said.Contains(RefillBy(), StringComparison.Ordinal), said);

        await clinician.LetCheckAsync("5. Book");
        await clinician.SeesChangeAsync("Compare, then confirm");
        await Expect(clinician.Change).ToContainTextAsync("28.00 mL");
        await Expect(clinician.Change).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"{expectedMl:F2} mL"));
        await clinician.ConfirmAsync("Confirm: book this refill");
        Assert.Equal(28, await ExpectedMlAsync(), 0.1);

        await clinician.Browser.Button("Next").ClickAsync();
        await Expect(clinician.Panel("6. Rinse")).ToContainTextAsync("0.11 mL");
        clinician.Browser.AssertClean();
    }

    [Fact]
    public async Task Without_the_right_pump_there_is_no_next_step()
    {
        Clinician clinician = await BeginAsync();

        await Expect(clinician.Panel("1. Identify")).ToContainTextAsync(RadioBench.Serial);
        await Expect(clinician.Browser.Button("Next")).ToBeDisabledAsync();
        await Expect(clinician.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "5 Book" })).ToBeDisabledAsync();
    }

    [Theory]
    [InlineData(0.5, "good", "Within 10 %.")]
    [InlineData(2.2, "warning", "Between 10 and 15 %")]
    [InlineData(3.0, "bad", "Do not go on before it is explained")]
    public async Task What_came_out_is_judged_by_how_much_is_missing(double missingMl, string tone, string said)
    {
        Clinician clinician = await IdentifiedAsync();
        double expectedMl = await ExpectedMlAsync();

        await AspirateAsync(clinician, expectedMl + 18.2, expectedMl - missingMl);

        await Expect(clinician.Panel("Measured accuracy").Locator($".notice.{tone}")).ToContainTextAsync(said);
    }

    [Fact]
    public async Task A_filling_that_does_not_press_is_beside_the_pump()
    {
        Clinician clinician = await IdentifiedAsync();
        await clinician.Browser.Button("Note the pressure, empty").ClickAsync();
        await clinician.Browser.Button("Next").ClickAsync();
        await clinician.Field(Filled).FillAsync("30");
        await clinician.Browser.Button("Note the pressure, full").ClickAsync();

        await Expect(clinician.Panel("3. Fill").Locator(".notice.bad")).ToContainTextAsync("the fill may be in the pocket beside the pump");
    }

    [Theory]
    [InlineData("60", "", "Too much: the pump takes 50.000 mL or less.")]
    [InlineData("", "", "A number is missing.")]
    [InlineData("28", "12,5", "Write the decimal mark as a point")]
    public async Task A_volume_that_will_not_do_is_not_booked_and_says_why(string fill, string drawnOut, string why)
    {
        Clinician clinician = await IdentifiedAsync();
        double before = await ExpectedMlAsync();
        await clinician.Field(DrawnOut).FillAsync(drawnOut);
        await clinician.Browser.Button("Next").ClickAsync();
        await clinician.Field(Filled).FillAsync(fill);
        await clinician.Browser.Button("Next").ClickAsync();
        await clinician.Browser.Button("Next").ClickAsync();

        await clinician.LetCheckAsync("5. Book");

        await Expect(clinician.Panel("5. Book").Locator(".wrong")).ToContainTextAsync(why);
        await Expect(clinician.Panel("5. Book")).ToContainTextAsync("The pocket check was not made");
        await Expect(clinician.Change).ToHaveCountAsync(0);
        Assert.Equal(before, await ExpectedMlAsync(), 0.1);
    }

    private static async Task AspirateAsync(Clinician clinician, double lastFillMl, double drawnOutMl)
    {
        await clinician.Field(LastFill).FillAsync(Text(lastFillMl));
        await clinician.Field("Since then").FillAsync("14");
        await clinician.Field(DrawnOut).FillAsync(Text(drawnOutMl));
    }

    // 28 mL less 2 that cannot be drawn and 2 to spare, at 14.5 % more than 1.3 mL/day.
    private static string RefillBy() => DateTime.Now.AddDays(24 / (1.300008 * 1.145)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(double ml) => ml.ToString("F3", CultureInfo.InvariantCulture);

    private async Task<Clinician> IdentifiedAsync()
    {
        Clinician clinician = await BeginAsync();
        await clinician.Page.GetByText("The serial number is that of this patient’s pump").ClickAsync();
        await clinician.Browser.Button("Next").ClickAsync();
        return clinician;
    }

    private async Task<double> ExpectedMlAsync() => await fixture.AskAsync(pump => pump.Status.ReservoirNl) / NlPerMl;

    // A refill that is under way is kept when somebody looks elsewhere.
    private async Task<Clinician> BeginAsync()
    {
        Clinician clinician = await fixture.OrderAtAsync("Refill");

        if (await clinician.Browser.Button("Begin again").CountAsync() > 0)
        {
            await clinician.Browser.Button("Begin again").ClickAsync();
        }

        return clinician;
    }
}
