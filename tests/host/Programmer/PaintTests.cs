using System.Threading.Tasks;
using Haip.HostTests.Radio;
using Haip.VirtualBoard.Web;
using Xunit;
using Xunit.Abstractions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>How fast the page is there.</summary>
[Trait("Category", "Programmer")]
public sealed class PaintTests(ITestOutputHelper output)
{
    // A second is what people get (scripts/paint.mjs); a PC that runs all tests at once takes longer.
    private const double LongestMs = 5_000;

    [Fact]
    public async Task Something_is_to_be_seen_soon_and_nothing_comes_from_elsewhere()
    {
        await using WebServer server = await WebServer.StartAsync(0, new PageFiles(PageFiles.BuiltFolder), demonstration: null);
        await using BrowserProcess process = await BrowserProcess.StartAsync(busAddress: null);
        await using PageBrowser browser = await PageBrowser.OpenAsync(process, server.Address);
        await browser.Page.WaitForFunctionAsync("() => performance.getEntriesByName('first-contentful-paint').length > 0");
        double paintMs = await browser.Page.EvaluateAsync<double>("() => performance.getEntriesByName('first-contentful-paint')[0].startTime");

        output.WriteLine($"first contentful paint after {paintMs:0} ms");
        Assert.InRange(paintMs, 0, LongestMs);
        browser.AssertClean();
    }
}
