using System;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>A therapy that differs over the day.</summary>
[Trait("Category", "Programmer")]
public sealed class ProfileTests(PumpFixture fixture) : IClassFixture<PumpFixture>
{
    private static readonly int[] s_nlPerHour = [41_666, 62_500, 50_000, 37_500];

    [Fact]
    public async Task A_profile_is_echoed_part_by_part_and_then_delivered()
    {
        Clinician clinician = await DraftedAsync();
        int before = await fixture.OrdersAsync();
        await Expect(clinician.Panel("New therapy")).ToContainTextAsync("1.156 mL/day");

        await clinician.LetCheckAsync();
        await clinician.SeesChangeAsync("Compare, then confirm");
        foreach (string part in new[] { "from 00:00 UTC 1.000 mL/day", "from 06:00 UTC 1.500 mL/day", "from 12:30 UTC 1.200 mL/day", "from 18:00 UTC 0.900 mL/day", "336 h (14 d 0 h)" })
        {
            await Expect(clinician.Change).ToContainTextAsync(part);
        }

        Assert.Equal(before, await fixture.OrdersAsync());
        await clinician.ConfirmAsync("Confirm: start this therapy");
        Assert.Equal(before + 1, await fixture.OrdersAsync());
        Assert.Contains(await fixture.AskAsync(pump => pump.Status.BasalNlPerHour), s_nlPerHour);
        clinician.Browser.AssertClean();
    }

    [Theory]
    [InlineData("05:00", "Must be later than the one above.")]
    [InlineData("06:00", "Must be later than the one above.")]
    [InlineData("24:00", "Write hours and minutes: 18:30.")]
    [InlineData("", "Write hours and minutes: 18:30.")]
    public async Task Parts_of_the_day_that_do_not_follow_one_another_are_not_sent(string start, string why)
    {
        Clinician clinician = await DraftedAsync();
        int before = await fixture.OrdersAsync();
        ILocator third = clinician.Field("Start of segment 3, UTC");
        await third.FillAsync(start);

        await clinician.LetCheckAsync();

        await Expect(clinician.Panel("New therapy").Locator("td", new LocatorLocatorOptions { Has = third }).GetByRole(AriaRole.Alert)).ToContainTextAsync(why);
        await Expect(third).ToBeFocusedAsync();
        await Expect(clinician.Change).ToHaveCountAsync(0);
        Assert.Equal(before, await fixture.OrdersAsync());
    }

    [Fact]
    public async Task A_part_without_a_rate_keeps_the_whole_profile_back()
    {
        Clinician clinician = await DraftedAsync();
        await clinician.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add a segment" }).ClickAsync();

        await clinician.LetCheckAsync();

        await Expect(clinician.Reason("Rate of segment 5")).ToContainTextAsync("A number is missing.");
        await Expect(clinician.Field("Rate of segment 5")).ToBeFocusedAsync();
        await Expect(clinician.Change).ToHaveCountAsync(0);

        await clinician.Browser.Button("Remove segment 5").ClickAsync();
        await clinician.LetCheckAsync();
        await clinician.SeesChangeAsync("Compare, then confirm");
        await clinician.Browser.Button("Drop it").ClickAsync();
    }

    private async Task<Clinician> DraftedAsync()
    {
        Clinician clinician = await fixture.OrderAtAsync("Prescribe");
        await Expect(clinician.Panel("New therapy")).ToContainTextAsync("Usual: ");
        await clinician.Page.GetByLabel("24-hour profile").CheckAsync();
        await Expect(clinician.Field("Start of segment 1, UTC")).ToBeDisabledAsync();
        string[] rates = ["1", "1.5", "1.2", "0.9"];
        string[] starts = ["", "06:00", "12:30", "18:00"];

        for (int i = 0; i < rates.Length; i++)
        {
            await clinician.Field(FormattableString.Invariant($"Rate of segment {i + 1}")).FillAsync(rates[i]);

            if (i > 0)
            {
                await clinician.Field(FormattableString.Invariant($"Start of segment {i + 1}, UTC")).FillAsync(starts[i]);
            }
        }

        await clinician.Browser.Button("14 days").ClickAsync();
        await clinician.Field("Rate that keeps the artery open afterwards").FillAsync("0.2");
        await clinician.Field("After a loss of power, go on by itself within").FillAsync("30");
        return clinician;
    }
}
