namespace Haip.HostTests.Device;

/// <summary>What the device's runner makes of a test.</summary>
public enum DeviceOutcome
{
    Passed,
    Failed,
    Skipped,

    /// <summary>The result's line has not the three fields that the runner expects, so nobody ever hears of it.</summary>
    Lost,
}
