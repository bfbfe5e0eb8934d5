using System;
using System.Diagnostics;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Haip.Board;
using Haip.Core.Delivery;
using Haip.VirtualBluetooth.Esp32;
using Haip.VirtualBoard.Radio;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>The virtual board with its radio on: as people start it, and when Bluetooth takes the processor down.</summary>
[Trait("Category", "Radio")]
public sealed partial class LiveRadioTests
{
    [Fact]
    public async Task The_live_view_says_how_to_start_a_browser_and_leaves_nothing_behind()
    {
        string[] arguments = [typeof(PumpSimulation).Assembly.Location, "--radio", "--speed", "20000", "--days", "0.001", "--port", "0"];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        string printed = await process.StandardOutput.ReadToEndAsync().WaitAsync(TimeSpan.FromMinutes(1));
        await process.WaitForExitAsync();

        Assert.Equal(0, process.ExitCode);
        Match line = BrowserLine().Match(printed);
        Assert.True(line.Success, printed);
        Assert.False(System.IO.File.Exists(line.Groups["socket"].Value));
        SecretCardText.Read(Card().Match(printed).Value);
    }

    [Fact]
    public async Task Cancelled_pairings_that_bring_the_processor_down_do_not_end_a_therapy()
    {
        await using var bench = new RadioBench(infuses: true, chip: new RadioChip { DiesOfCancelledPairings = true });
        ControlLoop before = bench.Simulation.Loop;
        bench.Adapter.Dialog.Opened += () => bench.Adapter.Dialog.Cancel();
        await bench.DoAsync(bench.Radio.HoldButton);
        await bench.Link.ConnectAsync();

        await bench.Link.PairAsync();
        await bench.Link.PairAsync();

        // The processor starts anew, tests itself, and the therapy that ran goes on.
        await bench.UntilAsync(() => bench.Simulation.Loop != before && bench.Simulation.Pump.Status.State == PumpState.Infusing);
        Assert.Equal(ChipFailure.None, bench.Chip.Failure);
        Assert.True(await bench.Link.ConnectAsync());
    }

    [GeneratedRegex(@"^DBUS_SYSTEM_BUS_ADDRESS=unix:path=(?<socket>\S+) chromium .*--enable-features=WebBluetooth", RegexOptions.Multiline)]
    private static partial Regex BrowserLine();

    [GeneratedRegex("^HAIP1:.*$", RegexOptions.Multiline)]
    private static partial Regex Card();
}
