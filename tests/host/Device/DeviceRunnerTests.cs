using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace Haip.HostTests.Device;

/// <summary>The adapter keeps the rules of the device's runner.</summary>
[Trait("Category", "Device")]
public class DeviceRunnerTests
{
    [Fact]
    public void The_rules_of_the_device_hold_on_the_pc()
    {
        DeviceRunnerExamples.SetupCalls = 0;
        IReadOnlyList<DeviceResult> results = DeviceRunner.Run(typeof(DeviceRunnerExamples));

        Assert.Equal(
            [
                (nameof(DeviceRunnerExamples.CountThenThrow), DeviceOutcome.Failed),
                (nameof(DeviceRunnerExamples.Uses_a_field), DeviceOutcome.Failed),
                (nameof(DeviceRunnerExamples.Uses_statics_only), DeviceOutcome.Passed),
                (nameof(DeviceRunnerExamples.Fails_with_a_comma), DeviceOutcome.Lost),
                (nameof(DeviceRunnerExamples.Fails_without), DeviceOutcome.Failed),
                (nameof(DeviceRunnerExamples.Skips), DeviceOutcome.Skipped),
            ],
            results.Select(result => (result.Method, result.Outcome)));
        Assert.Contains("nothing is connected", results[^1].Text);
        Assert.Equal(1, DeviceRunnerExamples.SetupCalls);
    }
}
