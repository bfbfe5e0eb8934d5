using System;
using nanoFramework.TestFramework;

namespace Haip.HostTests.Device;

/// <summary>What the device's runner does to tests that were written for the PC.</summary>
[TestClass]
public class DeviceRunnerExamples
{
    private readonly int _field = 7;

    public static int SetupCalls { get; set; }

    [Setup]
    public void CountThenThrow()
    {
        SetupCalls++;
        throw new InvalidOperationException("setup");
    }

    [TestMethod]
    public void Uses_a_field() => Assert.AreEqual(7, _field);

    [TestMethod]
    public void Uses_statics_only() => Assert.AreEqual(1, SetupCalls);

    [TestMethod]
    public void Fails_with_a_comma() => Assert.IsTrue(false, "one, two");

    [TestMethod]
    public void Fails_without() => Assert.IsTrue(false, "one and two");

    [TestMethod]
    public void Skips() => Assert.SkipTest("nothing is connected");
}
