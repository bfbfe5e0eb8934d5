using System.Threading.Tasks;
using Haip.VirtualBoard.Web;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>A page whose server is gone: the way to the pump is the radio, and needs none.</summary>
[Trait("Category", "Programmer")]
public sealed class OfflineTests(PageFixture fixture) : IClassFixture<PageFixture>
{
    [Fact]
    public async Task A_page_that_was_loaded_once_is_loaded_again_without_its_server()
    {
        WebServer server = await WebServer.StartAsync(0, new PageFiles(PageFiles.BuiltFolder), demonstration: null);
        await using Clinician clinician = await Clinician.ArriveAsync(fixture.Process, server.Address);
        await clinician.Page.EvaluateAsync("async () => { await navigator.serviceWorker.ready; }");
        await server.DisposeAsync();

        await clinician.Page.ReloadAsync();

        await clinician.SeesAsync("Not connected");
        await clinician.GoAsync("Calculator");
        await Expect(clinician.Panel("Drug for a fill")).ToBeVisibleAsync();

        // All of it came from what was kept; whether this is a demonstration, nobody can say.
        Assert.All(clinician.Browser.Faults, fault => Assert.Contains("Failed to load resource", fault, System.StringComparison.Ordinal));
        Assert.False(await clinician.Page.EvaluateAsync<bool>("async () => fetch('demo.json').then(answer => answer.ok, () => false)"));
        await Expect(clinician.Browser.Button("Use the demo pump")).ToHaveCountAsync(0);
    }
}
