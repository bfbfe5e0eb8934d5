using System;
using System.Threading.Tasks;
using Haip.HostTests.Radio;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>The card that a patient carries: which pump this is, and nothing that opens it.</summary>
[Trait("Category", "Programmer")]
public sealed class DeviceCardTests(PumpFixture fixture) : IClassFixture<PumpFixture>
{
    [Fact]
    public async Task The_card_shows_the_pump_and_never_its_secret()
    {
        Clinician clinician = await fixture.OrderAtAsync("Overview");
        (string text, string code) = await ReadCardAsync(clinician);

        Assert.Contains(RadioBench.Serial, text, StringComparison.Ordinal);
        Assert.Contains("Floxuridine, 6.460 mg/mL", text, StringComparison.Ordinal);
        Assert.Contains("When it alarms", text, StringComparison.Ordinal);
        Assert.DoesNotContain("HAIP1", await clinician.Page.ContentAsync(), StringComparison.Ordinal);

        // The code of another pump of this name, which has another secret, is the same.
        await using ProgrammerBench other = await ProgrammerBench.StartAsync(demo: true);
        await using Clinician there = await Clinician.InSessionAsync(fixture.Process, other.Address);
        Assert.NotEqual(fixture.Bench.Card, other.Card);
        Assert.Equal(code, (await ReadCardAsync(there)).Code);
        clinician.Browser.AssertClean();
    }

    [Fact]
    public async Task On_paper_is_the_card_and_the_word_that_it_is_a_demonstration()
    {
        Clinician clinician = await fixture.LookAtAsync("Device card");
        await Expect(clinician.Browser.Button("Print")).ToBeVisibleAsync();

        await clinician.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print, ColorScheme = ColorScheme.Dark });

        await Expect(clinician.Page.Locator("article.card svg.qr")).ToBeVisibleAsync();
        await Expect(clinician.Page.GetByText("Virtual pump and virtual patient.")).ToBeVisibleAsync();
        await Expect(clinician.Band).ToBeHiddenAsync();
        await Expect(clinician.Page.GetByRole(AriaRole.Navigation)).ToBeHiddenAsync();
        await Expect(clinician.Browser.Button("Print")).ToBeHiddenAsync();

        // Dark ink on white paper, whatever the theme.
        Assert.Equal("rgb(255, 255, 255)", await clinician.Page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('article.card')).backgroundColor"));
        await clinician.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen, ColorScheme = ColorScheme.Light });
    }

    [Fact]
    public async Task Without_a_pump_there_is_no_card()
    {
        await using Clinician visitor = await Clinician.ArriveAsync(fixture.Process, fixture.Bench.Address);
        await visitor.GoAsync("Device card");

        await Expect(visitor.Page.Locator("main")).ToContainTextAsync("Connect to a pump first");
        await Expect(visitor.Page.Locator("article.card")).ToHaveCountAsync(0);
        await Expect(visitor.Browser.Button("Print")).ToHaveCountAsync(0);
    }

    private static async Task<(string Text, string Code)> ReadCardAsync(Clinician clinician)
    {
        await clinician.GoAsync("Device card");
        ILocator code = clinician.Page.GetByLabel("QR code with manufacturer, model and serial number");
        await Expect(code).ToBeVisibleAsync();
        await Expect(clinician.Page.Locator("article.card")).ToContainTextAsync("Floxuridine");
        return (await clinician.Page.Locator("article.card").InnerTextAsync(), (await code.Locator("path").GetAttributeAsync("d"))!);
    }
}
