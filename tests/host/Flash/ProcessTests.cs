using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading;
using Haip.Flash;
using Haip.Flash.Processes;
using Haip.Flash.Therapy;
using Xunit;

namespace Haip.HostTests.Flash;

/// <summary>Real programs, played by shell scripts.</summary>
[Trait("Category", "Flash")]
public sealed class ProcessTests : IDisposable
{
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(30);

    private readonly FlashBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [UnixFact]
    public void Both_streams_and_the_exit_code_come_back()
    {
        string script = Script("echo out; echo err >&2; exit 160");

        ProcessResult result = new ProcessRunner().Run(new ProcessCall(script, [], s_long));

        Assert.Equal((ProcessEnd.Exited, 160), (result.End, result.ExitCode));
        Assert.Contains("out\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("err\n", result.Output, StringComparison.Ordinal);
    }

    [UnixFact]
    public void A_program_that_hangs_is_stopped_with_what_it_started()
    {
        string script = Script($"echo begun; sleep 60 & echo $! > '{_bench.FolderPath}/child'; wait");
        var clock = Stopwatch.StartNew();

        ProcessResult result = new ProcessRunner().Run(new ProcessCall(script, [], TimeSpan.FromSeconds(3)));

        Assert.Equal(ProcessEnd.TimedOut, result.End);
        Assert.Contains("begun", result.Output, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < s_long);

        int child = int.Parse(File.ReadAllText($"{_bench.FolderPath}/child"), CultureInfo.InvariantCulture);
        Assert.True(SpinWait.SpinUntil(() => !Runs(child), s_long), "what the program had started runs on");
    }

    [UnixFact]
    public void A_program_that_asks_gets_no_answer_instead_of_waiting() =>
        Assert.Equal(1, new ProcessRunner().Run(new ProcessCall(Script("read answer"), [], s_long)).ExitCode);

    [Fact]
    public void A_program_that_is_not_there_is_not_found() =>
        Assert.Equal(ProcessEnd.NotFound, new ProcessRunner().Run(new ProcessCall("no-such-program-anywhere", [], s_long)).End);

    [UnixFact]
    public void A_whole_run_against_a_script_that_plays_nanoff()
    {
        _bench.Write("before", Encoding.UTF8.GetBytes(DeviceText.Of(application: "Blinky, 1.0.0.0")));
        _bench.Write("after", Encoding.UTF8.GetBytes(DeviceText.Of()));
        _bench.Write("chip", Encoding.UTF8.GetBytes(DeviceText.OfChip()));
        string nanoff = Script($"""
            here='{_bench.FolderPath}'
            echo "$@" >> "$here/calls"
            case "$*" in
              --version) echo 'nanoff 2.5.162+baccab8' >&2 ;;
              --listports*) printf 'Available COM ports:\n  /dev/ttyNONE7\n\n' ;;
              *--update*--baud\ 1500000*) echo E4003; exit 163 ;;
              *--deploy*) touch "$here/deployed" ;;
              *--platform*--devicedetails*) cat "$here/chip" ;;
              *--devicedetails*) if [ -e "$here/deployed" ]; then cat "$here/after"; else cat "$here/before"; fi ;;
            esac
            """);

        var session = new FlashSession(_bench.FolderPath, new ProcessRunner(), new SerialTherapyQuery(), _bench.Person, _ => { });
        int exitCode = new FlashCommand(session.Run, _ => Outcome.Done).Invoke(["-Board", "esp32-devkitc", "-Nanoff:" + nanoff, "--log", _bench.LogPath]);

        Assert.Equal("", _bench.Person.Sentence);
        Assert.Equal(0, exitCode);
        Assert.Contains("Chip      ESP32, 4 MB", _bench.Person.Said);
        string[] calls = File.ReadAllLines(Path.Combine(_bench.FolderPath, "calls"));
        Assert.Equal(8, calls.Length);
        Assert.Contains("--baud 921600", calls[6 - 1], StringComparison.Ordinal);
        Assert.Contains("--address 0x1E0000", calls[7 - 1], StringComparison.Ordinal);
        Assert.Contains("exit code 163", File.ReadAllText(_bench.LogPath), StringComparison.Ordinal);
    }

    private string Script(string body)
    {
        string path = _bench.Write("program.sh", Encoding.UTF8.GetBytes("#!/bin/sh\n" + body.ReplaceLineEndings("\n") + "\n"));

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }

    // The system takes its time to end a stopped process, and keeps it as a zombie until somebody collects it.
    private static bool Runs(int id)
    {
        try
        {
            return !File.ReadAllText($"/proc/{id}/stat").Contains(") Z", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }
}
