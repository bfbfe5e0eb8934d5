using System;
using System.IO;
using System.Linq;
using System.Text;
using Haip.Core.Delivery;
using Haip.Flash.Processes;
using Haip.Flash.Therapy;
using Xunit;

namespace Haip.HostTests.Flash;

[Trait("Category", "Flash")]
public sealed class TherapyTests : IDisposable, IProcessRunner
{
    private readonly FlashBench _bench = new();
    private ProcessResult _setup = new(ProcessEnd.Exited, 0, "");

    public void Dispose() => _bench.Dispose();

    ProcessResult IProcessRunner.Run(ProcessCall invocation) => _setup;

    [Fact]
    public void Every_state_of_the_pump_is_judged_and_only_standby_is_free()
    {
        Assert.Equal(Enum.GetNames<PumpState>(), StatusLine.Rows.Select(row => row.State));
        Assert.Equal(["Standby"], StatusLine.Rows.Where(row => row.Means == TherapyState.None).Select(row => row.State));
    }

    [Fact]
    public void The_application_prints_every_state_under_this_name()
    {
        string source = File.ReadAllText(Path.Combine(FlashBench.RepositoryFolder, "firmware", "Platform", "DebugPort.cs"));

        Assert.Contains($"{{ {string.Join(", ", StatusLine.Rows.Select(row => $"\"{row.State}\""))} }};", source, StringComparison.Ordinal);
        Assert.Contains("\"HAIP state=\" + s_states[(int)status.State] + \" \"", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HAIP state=Infusing rate=54000\n", TherapyState.Running)]
    [InlineData("HAIP state=Standby alarms=0\n", TherapyState.None)]
    [InlineData("HAIP state=Standby \nHAIP state=Infusing \n", TherapyState.Running)]
    [InlineData("NFPKTV1\u0001\u0000HAIP state=Bolus\0\u0007", TherapyState.Running)] // inside a frame of the debugger
    [InlineData("HAIP state=Standby", TherapyState.Unknown)] // the word may go on
    [InlineData("HAIP state=Sleeping\n", TherapyState.Unknown)]
    [InlineData("state=Standby\n", TherapyState.Unknown)]
    [InlineData("", TherapyState.Unknown)]
    public void The_last_whole_status_line_counts(string text, TherapyState state) => Assert.Equal(state, StatusLine.Judge(text).State);

    [Fact]
    public void The_query_reads_what_the_port_sends()
    {
        string port = _bench.Write("port", Encoding.ASCII.GetBytes("boot\nHAIP state=Patency \n"));

        Assert.Equal(new TherapyAnswer(TherapyState.Running, "state Patency"), new SerialTherapyQuery().Ask(port, this));
    }

    [Fact]
    public void A_port_that_cannot_be_prepared_or_read_leaves_the_answer_open()
    {
        Assert.Equal(TherapyState.Unknown, new SerialTherapyQuery().Ask("/dev/no-such-port", this).State);

        _setup = new ProcessResult(ProcessEnd.Exited, 1, "stty: not a terminal");
        string port = _bench.Write("port", Encoding.ASCII.GetBytes("HAIP state=Standby \n"));
        Assert.Equal(TherapyState.Unknown, new SerialTherapyQuery().Ask(port, this).State);
    }
}
