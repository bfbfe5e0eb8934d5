using System;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Haip.HostTests.Radio;

/// <summary>An unmodified browser whose Bluetooth is that of a bench, with a page for tests.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private readonly BrowserProcess _process;
    private readonly DeviceChooser _chooser;

    private Browser(BrowserProcess process, IPage page, DeviceChooser chooser)
    {
        _process = process;
        _chooser = chooser;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>The person closes the list of devices without a choice, so many times.</summary>
    public int CancelChoosers
    {
        get => _chooser.Cancel;
        set => _chooser.Cancel = value;
    }

    /// <summary>Starts a browser with a page that has the programmer's script.</summary>
    /// <param name="busAddress">Of the Bluetooth that it shall take for the PC's.</param>
    public static async Task<Browser> StartAsync(string busAddress)
    {
        BrowserProcess process = await BrowserProcess.StartAsync(busAddress);
        IPage page = await process.Browser.NewPageAsync();

        // Web Bluetooth wants a page of a secure origin; nobody has to serve it.
        string html = Read("page.html").Replace("/*programmer.js*/", Read("programmer.js"), StringComparison.Ordinal);
        await page.RouteAsync("https://programmer.test/**", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = html }));
        await page.GotoAsync("https://programmer.test/");
        return new Browser(process, page, await DeviceChooser.WatchAsync(page));
    }

    /// <summary>A person presses the page's button and chooses the first device that is listed.</summary>
    /// <returns>What the page says: the device's name, or why there is none.</returns>
    public async Task<string> ConnectAsync()
    {
        await Page.ClickAsync("#connect");
        return await Page.EvaluateAsync<string>("() => window.connecting");
    }

    /// <summary>Asks the page's programmer something.</summary>
    public async Task<JsonElement> AskAsync(string call, object? argument = null) =>
        (await Page.EvaluateAsync($"async (argument) => (await programmer.{call}) ?? true", argument))!.Value;

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private static string Read(string name)
    {
        using Stream stream = typeof(Browser).Assembly.GetManifestResourceStream($"Radio/Page/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
