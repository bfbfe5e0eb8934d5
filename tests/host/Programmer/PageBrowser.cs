using System;
using System.Collections.Concurrent;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Haip.HostTests.Device;
using Haip.HostTests.Radio;
using Microsoft.Playwright;
using Xunit;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>A person's browser with the programmer page open. Keeps account of what a good page never does.</summary>
internal sealed class PageBrowser : IAsyncDisposable
{
    private const float PatienceMs = 20_000;
    private static readonly Lazy<string> s_axe = new(() => File.ReadAllText(Path.Combine(Repository.FindRoot(), "programmer", "node_modules", "axe-core", "axe.min.js")));

    private readonly IBrowserContext _context;
    private readonly string _address;

    private PageBrowser(IBrowserContext context, IPage page, DeviceChooser chooser, string address)
    {
        _context = context;
        _address = address;
        Page = page;
        Chooser = chooser;
    }

    public IPage Page { get; }

    public DeviceChooser Chooser { get; }

    /// <summary>Errors of the page, and whatever it asked of another server.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    /// <param name="setUp">Before the page is there.</param>
    public static async Task<PageBrowser> OpenAsync(BrowserProcess process, string address, BrowserNewContextOptions? options = null, Func<IPage, Task>? setUp = null)
    {
        IBrowserContext context = await process.Browser.NewContextAsync(options);
        context.SetDefaultTimeout(PatienceMs);
        Assertions.SetDefaultExpectTimeout(PatienceMs);
        PageBrowser browser = await OpenAsync(context, address, setUp);
        return browser;
    }

    /// <summary>Another tab of the same person.</summary>
    public Task<PageBrowser> OpenTabAsync() => OpenAsync(_context, _address, setUp: null);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    /// <summary>What axe finds wrong, one line each.</summary>
    public async Task<string[]> AuditAsync()
    {
        // Evaluated, not loaded: the page's own policy lets no other script in.
        await Page.EvaluateAsync(s_axe.Value);
        JsonElement violations = (await Page.EvaluateAsync(
            "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => `${v.id} (${v.impact}): ${v.nodes.map(n => n.target.join(' ')).join(', ')}`)"))!.Value;
        return [.. violations.EnumerateArray().Select(violation => violation.GetString()!)];
    }

    /// <summary>Nothing went wrong in the page, and it asked nobody else for anything.</summary>
    public void AssertClean() => Assert.Empty(Faults);

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static async Task<PageBrowser> OpenAsync(IBrowserContext context, string address, Func<IPage, Task>? setUp)
    {
        IPage page = await context.NewPageAsync();
        var browser = new PageBrowser(context, page, await DeviceChooser.WatchAsync(page), address);
        page.PageError += (_, error) => browser.Faults.Enqueue($"error: {error}");
        page.Console += (_, message) => browser.Hear(message);
        page.Request += (_, request) => browser.Look(request.Url);
        page.WebSocket += (_, socket) => browser.Look(socket.Url.Replace("ws://", "http://", StringComparison.Ordinal));

        if (setUp is not null)
        {
            await setUp(page);
        }

        await page.GotoAsync(address);
        return browser;
    }

    private void Hear(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning")
        {
            Faults.Enqueue($"{message.Type}: {message.Text}");
        }
    }

    private void Look(string url)
    {
        if (!url.StartsWith(_address, StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal))
        {
            Faults.Enqueue($"asked {url}");
        }
    }
}
