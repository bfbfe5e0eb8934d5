using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>The demonstration as a visitor sees it: the board as people start it, and its page.</summary>
[Trait("Category", "Programmer")]
public sealed class DemoPageTests(DemoProcess board, PageFixture fixture) : IClassFixture<DemoProcess>, IClassFixture<PageFixture>
{
    private const float PatienceMs = 60_000;

    [Fact]
    public async Task A_visitor_blocks_the_catheter_and_sees_the_alarm()
    {
        await using Clinician visitor = await Clinician.AtDemoAsync(fixture.Process, board.Address);
        await visitor.SeesAsync("Infusing");
        await Expect(visitor.Page.GetByLabel("Demonstration")).ToContainTextAsync("Nothing here reaches a person");

        await SpeedUpAsync(visitor, steps: 3);
        await visitor.PressAsync("Block the catheter");
        await Expect(visitor.Band).ToContainTextAsync("blocked", new() { Timeout = PatienceMs, IgnoreCase = true });
        await visitor.SeesAsync("High");

        // For whoever comes next.
        await visitor.PressAsync("Open the catheter");
        visitor.Browser.AssertClean();
    }

    private static async Task SpeedUpAsync(Clinician visitor, int steps)
    {
        await visitor.OpenPatientAsync();
        ILocator speed = visitor.Page.GetByLabel("Speed of time");
        await speed.FocusAsync();

        for (int i = 0; i < steps; i++)
        {
            await speed.PressAsync("ArrowRight");
        }
    }
}
