using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Haip.HostTests.Radio;

/// <summary>An unmodified browser whose Bluetooth is that of a bench.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly HashSet<string> _answered = [];

    private Browser(IPlaywright playwright, IBrowser browser, IPage page)
    {
        _playwright = playwright;
        _browser = browser;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>The person closes the list of devices without a choice, so many times.</summary>
    public int CancelChoosers { get; set; }

    /// <summary>Starts a browser with a page that has the programmer's script.</summary>
    /// <param name="busAddress">Of the Bluetooth that it shall take for the PC's.</param>
    public static async Task<Browser> StartAsync(string busAddress)
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        environment["DBUS_SYSTEM_BUS_ADDRESS"] = busAddress;
        IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Find(playwright),
            IgnoreDefaultArgs = ["--headless"],
            Args = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--enable-features=WebBluetooth"],
            Env = environment,
        });
        IPage page = await browser.NewPageAsync();
        var started = new Browser(playwright, browser, page);
        await started.OpenPageAsync();
        return started;
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

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>Of all that an installation may be called; otherwise Playwright's own, which is fetched when it is not there.</summary>
    private static string Find(IPlaywright playwright)
    {
        IEnumerable<string> folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        string? named = Environment.GetEnvironmentVariable("CHROME");
        string? installed = named ?? s_names.SelectMany(name => folders.Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

        if (installed is not null && File.Exists(installed))
        {
            return installed;
        }

        if (named is null && !File.Exists(playwright.Chromium.ExecutablePath))
        {
            Microsoft.Playwright.Program.Main(["install", "chromium", "--no-shell"]);
        }

        return named is null && File.Exists(playwright.Chromium.ExecutablePath)
            ? playwright.Chromium.ExecutablePath
            : throw new FileNotFoundException("These tests need Chromium and found none: install it (Debian: apt-get install chromium), or name a Chrome in the environment variable CHROME.");
    }

    private static string Read(string name)
    {
        using Stream stream = typeof(Browser).Assembly.GetManifestResourceStream($"Radio/Page/{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    // Web Bluetooth wants a page of a secure origin; nobody has to serve it.
    private async Task OpenPageAsync()
    {
        string html = Read("page.html").Replace("/*programmer.js*/", Read("programmer.js"), StringComparison.Ordinal);
        await Page.RouteAsync("https://programmer.test/**", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = html }));
        await Page.GotoAsync("https://programmer.test/");
        ICDPSession devices = await Page.Context.NewCDPSessionAsync(Page);
        devices.Event("DeviceAccess.deviceRequestPrompted").OnEvent += async (_, prompt) => await ChooseAsync(devices, prompt!.Value);
        await devices.SendAsync("DeviceAccess.enable");
    }

    // Told again with every device that appears, at first perhaps without any.
    private async Task ChooseAsync(ICDPSession devices, JsonElement prompt)
    {
        string id = prompt.GetProperty("id").GetString()!;
        JsonElement listed = prompt.GetProperty("devices");

        if (listed.GetArrayLength() == 0 || !_answered.Add(id))
        {
            return;
        }

        if (CancelChoosers > 0)
        {
            CancelChoosers--;
            await devices.SendAsync("DeviceAccess.cancelPrompt", new Dictionary<string, object> { ["id"] = id });
            return;
        }

        await devices.SendAsync("DeviceAccess.selectPrompt", new Dictionary<string, object> { ["id"] = id, ["deviceId"] = listed[0].GetProperty("id").GetString()! });
    }
}
