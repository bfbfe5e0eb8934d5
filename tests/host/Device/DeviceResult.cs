namespace Haip.HostTests.Device;

/// <param name="Text">Why it failed or was skipped.</param>
/// <param name="Output">What the test said.</param>
public sealed record DeviceResult(string Method, DeviceOutcome Outcome, string Text, string Output);
