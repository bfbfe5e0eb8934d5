using System;
using System.IO;
using System.Text.Json;
using System.Threading.Tasks;
using Haip.HostTests.Radio;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>The log at the page: out of the pump, into files, and back.</summary>
[Trait("Category", "Programmer")]
public sealed class HistoryTests(PumpFixture fixture) : IClassFixture<PumpFixture>
{
    private const string Open = "Open a saved log";

    [Fact]
    public async Task The_log_of_the_pump_is_shown_and_filtered()
    {
        Clinician clinician = await FetchedAsync();
        ILocator rows = clinician.Panel("Events").Locator("tbody tr");
        int all = await rows.CountAsync();
        await Expect(clinician.Panel("Events")).ToContainTextAsync($"{all} of {all} events");

        await clinician.Page.GetByLabel("Kind").SelectOptionAsync("Orders");
        await Expect(clinician.Panel("Events")).ToContainTextAsync("Therapy ordered: 1.300 mL/day (first segment) for 14 d 0 h");
        await Expect(rows.Filter(new LocatorFilterOptions { HasText = "Self-test" })).ToHaveCountAsync(0);

        await clinician.Browser.Button("Clear").ClickAsync();
        await Expect(rows).ToHaveCountAsync(all);
        await clinician.Page.GetByLabel("Contains").FillAsync("SELF-TEST passed");
        await Expect(rows).ToHaveCountAsync(1);

        // Nothing of it was today a thousand years ago.
        await clinician.Browser.Button("Clear").ClickAsync();
        await clinician.Page.GetByLabel("Contains").FillAsync("Therapy ordered");
        await clinician.Page.GetByLabel("To").FillAsync("1026-01-01");
        await Expect(clinician.Panel("Events")).ToContainTextAsync($"0 of {all} events");
        clinician.Browser.AssertClean();
    }

    [Theory]
    [InlineData("Save as CSV", "csv")]
    [InlineData("Save as JSON", "json")]
    public async Task A_saved_log_is_read_again_as_it_was(string button, string ending)
    {
        Clinician clinician = await FetchedAsync();
        ILocator table = clinician.Panel("Events").Locator("tbody");
        string shown = await table.InnerTextAsync();
        (string name, string text) = await SaveAsync(clinician, button);
        Assert.Equal($"{RadioBench.Serial}-log.{ending}", name);
        Assert.Contains("TherapyOrdered", text, StringComparison.Ordinal);

        // In another browser, which has never seen the pump.
        await using Clinician other = await Clinician.ArriveAsync(fixture.Process, fixture.Bench.Address);
        await other.GoAsync("History");
        await other.OpenFileAsync(Open, name, text);
        await Expect(other.Panel("Log")).ToContainTextAsync($"What is shown comes from a file of {RadioBench.Serial}, saved ");
        Assert.Equal(shown, await other.Panel("Events").Locator("tbody").InnerTextAsync());

        // And what it writes is what it read.
        (_, string again) = await SaveAsync(other, button);
        Assert.Equal(WithoutDate(text), WithoutDate(again));
        await other.Browser.Button("Back to the pump’s log").ClickAsync();
        await Expect(other.Panel("Events")).ToContainTextAsync("Nothing here.");
    }

    [Fact]
    public async Task A_damaged_file_says_why_it_was_not_opened_and_what_is_shown_stays()
    {
        Clinician clinician = await FetchedAsync();
        int all = await clinician.Panel("Events").Locator("tbody tr").CountAsync();
        (_, string csv) = await SaveAsync(clinician, "Save as CSV");
        (_, string json) = await SaveAsync(clinician, "Save as JSON");

        foreach ((string text, string why) in new[]
        {
            ("{}", "it is no log of this page."),
            (json[..^20], "it is no log of this page."),
            (json.Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal), "another version of the page has written it."),
            (json.Replace("\"event\": \"TherapyOrdered\"", "\"event\": \"<b>\"", StringComparison.Ordinal), "an entry is damaged. The first is number"),
            (csv.Replace(",utc,TherapyOrdered,54167,", ",utc,TherapyOrdered,5416x7,", StringComparison.Ordinal), "an entry is damaged. The first is number"),
            ("haip-log,9\r\n", "another version of the page has written it."),
            ("", "it is no log of this page."),
        })
        {
            await clinician.OpenFileAsync(Open, "damaged.txt", text);
            await Expect(clinician.Panel("Log").GetByRole(AriaRole.Alert)).ToContainTextAsync($"damaged.txt was not opened: {why}");
            await Expect(clinician.Panel("Events")).ToContainTextAsync($"{all} of {all} events");
            await Expect(clinician.Panel("Log")).Not.ToContainTextAsync("and not from the pump");
        }
    }

    [Fact]
    public async Task Who_may_only_look_gets_no_log()
    {
        Clinician clinician = await fixture.LookAtAsync("History");

        await Expect(clinician.Browser.Button("Fetch events from the pump")).ToBeDisabledAsync();
        await Expect(clinician.Panel("Log")).ToContainTextAsync("Open a session");
    }

    private static async Task<(string Name, string Text)> SaveAsync(Clinician clinician, string button)
    {
        IDownload file = await clinician.Page.RunAndWaitForDownloadAsync(() => clinician.Browser.Button(button).ClickAsync());
        return (file.SuggestedFilename, await File.ReadAllTextAsync(await file.PathAsync()));
    }

    // When it was saved is all that two files of one log differ in.
    private static string WithoutDate(string text) => text.StartsWith('{')
        ? JsonDocument.Parse(text).RootElement.GetProperty("entries").GetRawText()
        : text[text.IndexOf('\n', StringComparison.Ordinal)..];

    private async Task<Clinician> FetchedAsync()
    {
        Clinician clinician = await fixture.OrderAtAsync("History");
        await clinician.Browser.Button("Fetch events from the pump").ClickAsync();
        await Expect(clinician.Panel("Events")).ToContainTextAsync("Therapy ordered");
        await Expect(clinician.Browser.Button("Fetch events from the pump")).ToBeVisibleAsync();
        return clinician;
    }
}
