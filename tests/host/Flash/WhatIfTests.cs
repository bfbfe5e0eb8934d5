using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using Haip.Flash;
using Xunit;

namespace Haip.HostTests.Flash;

[Trait("Category", "Flash")]
public sealed class WhatIfTests : IDisposable
{
    private readonly FlashBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void It_prints_the_very_calls_of_a_run_and_makes_none()
    {
        FlashRequest request = _bench.Request with { Port = "COM7", FirmwareVersion = "1.17.0.334" };
        _bench.Run(request);
        string[] made = [.. _bench.Nanoff.Calls.Select(call => call.CommandLine)];

        using var bench = new FlashBench();
        Assert.Equal(Outcome.Done, bench.Run(request with { WhatIf = true, Image = _bench.ImagePath }));

        Assert.Empty(bench.Nanoff.Calls);
        string printed = string.Join('\n', bench.Person.Said);
        Assert.All(made, line => Assert.Contains(line, printed, StringComparison.Ordinal));
        Assert.False(File.Exists(bench.LogPath));
    }

    [Fact]
    public void It_needs_no_image_yet()
    {
        File.Delete(_bench.ImagePath);

        Assert.Equal(Outcome.Done, _bench.Run(_bench.Request with { WhatIf = true }));
        Assert.Contains(_bench.Person.Said, line => line.Contains("not built yet", StringComparison.Ordinal));
    }

    [Fact]
    public void It_announces_the_question_before_a_mass_erase()
    {
        _bench.Run(_bench.Request with { WhatIf = true, MassErase = true });

        Assert.Contains(_bench.Person.Said, line => line.Contains("Ask before", StringComparison.Ordinal));
        Assert.Contains(_bench.Person.Said, line => line.Contains("--masserase", StringComparison.Ordinal));
        Assert.Empty(_bench.Person.Questions);
    }

    [Fact]
    public void The_program_itself_prints_the_steps_for_the_boards_of_this_repository()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "haip-flash.dll"), "-WhatIf", "-Board", "esp32-devkitc"])
        {
            RedirectStandardOutput = true,
        };

        using Process program = Process.Start(start)!;
        string printed = program.StandardOutput.ReadToEnd();
        program.WaitForExit();

        Assert.Equal(0, program.ExitCode);
        Assert.Contains("--deploy", printed, StringComparison.Ordinal);
        Assert.Contains("--address 0x1E0000", printed, StringComparison.Ordinal);
    }
}
