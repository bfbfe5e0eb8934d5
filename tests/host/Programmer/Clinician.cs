using System;
using System.Text;
using System.Threading.Tasks;
using Haip.HostTests.Radio;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>What a clinician does with the page, in the words that stand on it.</summary>
internal sealed class Clinician(PageBrowser browser) : IAsyncDisposable
{
    public PageBrowser Browser { get; } = browser;

    public IPage Page => Browser.Page;

    /// <summary>What the page says of the change that is under way.</summary>
    public ILocator Change => Page.Locator("section.change");

    /// <summary>What is on every screen: pump, link, session, delivery, alarms.</summary>
    public ILocator Band => Page.Locator("header.band");

    /// <summary>With the page open and nothing done.</summary>
    public static async Task<Clinician> ArriveAsync(BrowserProcess process, string address, BrowserNewContextOptions? options = null) =>
        new(await PageBrowser.OpenAsync(process, address, options));

    /// <summary>Connected to the demonstration's pump.</summary>
    public static async Task<Clinician> AtDemoAsync(BrowserProcess process, string address, BrowserNewContextOptions? options = null)
    {
        Clinician clinician = await ArriveAsync(process, address, options);
        await clinician.Browser.Button("Use the demo pump").ClickAsync();
        await clinician.SeesAsync("Connected");
        return clinician;
    }

    /// <summary>With a session.</summary>
    public static async Task<Clinician> InSessionAsync(BrowserProcess process, string address, BrowserNewContextOptions? options = null)
    {
        Clinician clinician = await AtDemoAsync(process, address, options);
        await clinician.OpenSessionAsync();
        return clinician;
    }

    public async Task GoAsync(string screen)
    {
        await Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { Name = screen }).ClickAsync();
        await Expect(Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = screen, Level = 1 })).ToBeVisibleAsync();
    }

    /// <param name="card">The text that is typed; null takes what the demonstration has typed.</param>
    public async Task TypeCardAsync(string? card = null)
    {
        await GoAsync("Connect");

        if (card is not null)
        {
            await Page.GetByLabel("Text of the pump’s card").FillAsync(card);
        }

        await Browser.Button("Open a session").ClickAsync();
    }

    public async Task OpenSessionAsync(string? card = null)
    {
        await TypeCardAsync(card);
        await SeesAsync("This page may command");
    }

    /// <summary>Fills the form of a therapy.</summary>
    public async Task DraftTherapyAsync(string mlPerDay)
    {
        await GoAsync("Prescribe");

        // The pump has told its limits.
        await Expect(Panel("New therapy")).ToContainTextAsync("Usual: ");
        await Field("Rate").FillAsync(mlPerDay);
        await Field("Duration").FillAsync("240");
        await Field("Rate that keeps the artery open afterwards").FillAsync("0.2");
        await Field("After a loss of power, go on by itself within").FillAsync("30");
    }

    /// <summary>The pump looks at the form of this panel.</summary>
    public Task LetCheckAsync(string panel = "New therapy") => CheckButton(panel).ClickAsync();

    public ILocator CheckButton(string panel) => Panel(panel).GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Let the pump check it" });

    public ILocator Panel(string title) => Page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = title, Exact = true });

    public ILocator Field(string label) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true });

    /// <summary>Why a field's number will not do, beside the field.</summary>
    public ILocator Reason(string label) => Page.Locator(".field").Filter(new LocatorFilterOptions { Has = Field(label) }).Locator(".wrong");

    /// <summary>Says yes to what the pump has understood.</summary>
    public async Task ConfirmAsync(string button)
    {
        await SeesChangeAsync("Compare, then confirm");
        await Browser.Button(button).ClickAsync();
        await SeesChangeAsync("Confirmed by the pump");
    }

    /// <summary>Does something to the demonstration's patient.</summary>
    public async Task PressAsync(string action)
    {
        await OpenPatientAsync();
        await Browser.Button(action).ClickAsync();
        await Page.Locator("aside.demo summary").ClickAsync();
    }

    public async Task OpenPatientAsync()
    {
        if (await Page.Locator("aside.demo details[open]").CountAsync() == 0)
        {
            await Page.Locator("aside.demo summary").ClickAsync();
        }
    }

    /// <summary>A file of the person's own is opened where the page asks for one.</summary>
    public Task OpenFileAsync(string label, string name, string text) =>
        Page.GetByLabel(label).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes(text) });

    /// <summary>The state of the change that is under way.</summary>
    public Task SeesChangeAsync(string heading) => Expect(Change.GetByRole(AriaRole.Heading)).ToHaveTextAsync(heading);

    public Task SeesAsync(string text) => Expect(Band).ToContainTextAsync(text);

    public ValueTask DisposeAsync() => Browser.DisposeAsync();
}
