using System;
using System.IO;
using System.Threading.Tasks;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>The pictures of README and documents, of a board of their own: an alarm that somebody else provoked would be in them.</summary>
[Trait("Category", "Programmer")]
public sealed class PicturesTests(DemoProcess board, PageFixture fixture) : IClassFixture<DemoProcess>, IClassFixture<PageFixture>
{
    private const float PatienceMs = 60_000;

    // For curves that have something to show.
    private const int WatchMs = 15_000;

    // README's are taken with HAIP_PICTURES=docs/images, as a whole path.
    private static readonly string s_pictures =
        Environment.GetEnvironmentVariable("HAIP_PICTURES") ?? Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "pictures")).FullName;

    [Fact]
    public async Task The_pictures_are_taken()
    {
        var window = new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1_280, Height = 800 }, ColorScheme = ColorScheme.Light };
        await using Clinician visitor = await Clinician.InSessionAsync(fixture.Process, board.Address, window);
        await visitor.GoAsync("Overview");
        await Task.Delay(WatchMs);
        await TakeAsync(visitor, "overview");

        await visitor.DraftTherapyAsync("1.5");
        await visitor.LetCheckAsync();
        await visitor.SeesChangeAsync("Compare, then confirm");
        await TakeAsync(visitor, "order");
        await visitor.Browser.Button("Drop it").ClickAsync();

        await visitor.PressAsync("Block the catheter");
        await visitor.GoAsync("Overview");
        await Expect(visitor.Band).ToContainTextAsync("High", new() { Timeout = PatienceMs });
        await Task.Delay(1_000);
        await TakeAsync(visitor, "alarm");

        await visitor.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = ColorScheme.Dark });
        await visitor.Page.SetViewportSizeAsync(390, 844);
        await TakeAsync(visitor, "telephone");
        await visitor.PressAsync("Open the catheter");
    }

    private static async Task TakeAsync(Clinician visitor, string name)
    {
        await visitor.Page.EvaluateAsync("() => { document.activeElement?.blur(); scrollTo(0, 0); }");
        await visitor.Page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(s_pictures, $"programmer-{name}.png"),
            Animations = ScreenshotAnimations.Disabled,
        });
        Assert.True(new FileInfo(Path.Combine(s_pictures, $"programmer-{name}.png")).Length > 10_000, $"nothing to see in the picture of {name}");
    }
}
