using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>Every screen for everybody: what axe finds, and a telephone's width.</summary>
[Trait("Category", "Programmer")]
public sealed class AccessibilityTests(PageFixture fixture) : IClassFixture<PageFixture>
{
    private static readonly string[] s_screens =
    [
        "Connect", "Overview", "Prescribe", "Bolus and flush", "Refill", "Drug and limits", "Alarms", "History", "Device card", "Calculator", "Maintenance",
    ];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_any_screen(ColorScheme scheme)
    {
        await using ProgrammerBench bench = await ProgrammerBench.StartAsync(demo: true);
        bench.Pump.Speed = 1;
        await using Clinician clinician = await Clinician.InSessionAsync(fixture.Process, bench.Address, new BrowserNewContextOptions { ColorScheme = scheme });
        var found = new List<string>();

        foreach (string screen in s_screens)
        {
            await clinician.GoAsync(screen);
            found.AddRange((await clinician.Browser.AuditAsync()).Prefix(screen));
        }

        // And with an order on the table.
        await clinician.DraftTherapyAsync("1.5");
        await clinician.LetCheckAsync();
        await clinician.SeesChangeAsync("Compare, then confirm");
        found.AddRange((await clinician.Browser.AuditAsync()).Prefix("an order"));
        Assert.Empty(found);
        clinician.Browser.AssertClean();
    }

    [Fact]
    public async Task Nothing_is_wider_than_a_telephone()
    {
        await using ProgrammerBench bench = await ProgrammerBench.StartAsync(demo: true);
        var telephone = new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 360, Height = 740 } };
        await using Clinician clinician = await Clinician.InSessionAsync(fixture.Process, bench.Address, telephone);

        foreach (string screen in s_screens)
        {
            await clinician.GoAsync(screen);
            int tooWide = await clinician.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            Assert.Equal((screen, 0), (screen, tooWide));
        }
    }

    [Fact]
    public async Task Whoever_has_only_a_keyboard_gets_to_a_screen_and_hears_its_name()
    {
        await using ProgrammerBench bench = await ProgrammerBench.StartAsync(demo: true);
        await using Clinician clinician = await Clinician.AtDemoAsync(fixture.Process, bench.Address);

        await clinician.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = "Overview" }).FocusAsync();
        await clinician.Page.Keyboard.PressAsync("Enter");

        await Expect(clinician.Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Overview", Level = 1 })).ToBeFocusedAsync();
    }
}
