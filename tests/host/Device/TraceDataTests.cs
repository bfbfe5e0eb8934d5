using System.IO;
using Haip.VirtualBoard.DeviceTrace;
using Xunit;

namespace Haip.HostTests.Device;

[Trait("Category", "Device")]
public class TraceDataTests
{
    [Fact]
    public void The_recorded_run_is_current()
    {
        string written = File.ReadAllText(Path.Combine(Repository.FindRoot(), "tests/device/TraceData.cs")).ReplaceLineEndings("\n");

        Assert.True(written == TraceSource.Text(), "tests/device/TraceData.cs is stale; run: dotnet run --project boards/virtual -- trace");
    }
}
