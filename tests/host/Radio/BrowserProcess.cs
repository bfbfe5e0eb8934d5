using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Playwright;

namespace Haip.HostTests.Radio;

/// <summary>An unmodified Chromium or Chrome without a window.</summary>
public sealed class BrowserProcess : IAsyncDisposable
{
    private static readonly string[] s_names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    private readonly IPlaywright _playwright;

    private BrowserProcess(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        Browser = browser;
    }

    public IBrowser Browser { get; }

    /// <param name="busAddress">Of the Bluetooth that it shall take for the PC's; null leaves it without.</param>
    public static async Task<BrowserProcess> StartAsync(string? busAddress)
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        environment["DBUS_SYSTEM_BUS_ADDRESS"] = busAddress ?? "unix:path=/nowhere";
        IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Find(playwright),
            IgnoreDefaultArgs = ["--headless"],
            Args = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--enable-features=WebBluetooth"],
            Env = environment,
        });
        return new BrowserProcess(playwright, browser);
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
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
}
