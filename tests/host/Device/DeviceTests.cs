using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using Haip.DeviceTests;
using nanoFramework.TestFramework;
using Xunit;
using Xunit.Abstractions;
using Assert = Xunit.Assert;

namespace Haip.HostTests.Device;

/// <summary>The tests of the device, run here under its rules: one that only works on the PC fails.</summary>
[Trait("Category", "Device")]
public class DeviceTests(ITestOutputHelper output)
{
    private static readonly ConcurrentDictionary<Type, Lazy<IReadOnlyList<DeviceResult>>> s_results = new();

    public static TheoryData<string, string> Methods
    {
        get
        {
            var rows = new TheoryData<string, string>();

            foreach (Type type in DeviceRunner.Classes(typeof(TraceReader).Assembly))
            {
                foreach (System.Reflection.MethodInfo method in DeviceRunner.Methods(type, typeof(TestMethodAttribute)))
                {
                    rows.Add(type.Name, method.Name);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Passes_as_on_the_device(string className, string method)
    {
        Type type = DeviceRunner.Classes(typeof(TraceReader).Assembly).Single(type => type.Name == className);
        IReadOnlyList<DeviceResult> results = s_results.GetOrAdd(type, _ => new(() => DeviceRunner.Run(type))).Value;

        DeviceResult result = results.Single(result => result.Method == method);
        output.WriteLine(result.Output + result.Text);

        // Only what needs a board may skip: a test that skips itself everywhere would never be missed.
        bool needsBoard = type == typeof(PartTests) || type == typeof(ActuatorTests);
        Assert.True(result.Outcome == (needsBoard ? DeviceOutcome.Skipped : DeviceOutcome.Passed), $"{result.Outcome} {result.Text}");
        Assert.DoesNotContain(DeviceRunner.Methods(type, typeof(SetupAttribute)), setup => results.Any(result => result.Method == setup.Name));
    }
}
