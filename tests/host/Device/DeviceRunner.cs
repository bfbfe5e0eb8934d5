using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Text;
using nanoFramework.TestFramework;

namespace Haip.HostTests.Device;

/// <summary>Runs a class of device tests on the PC as nanoFramework's runner does on the device.</summary>
/// <remarks>
/// It calls without an instance, so <c>this</c> is null; it calls setup and cleanup once for a class; a setup that throws is a failure
/// of its own, and the tests run all the same; it splits each result at commas and drops what has not three fields.
/// </remarks>
public static class DeviceRunner
{
    private const int ResultFields = 3;

    public static IEnumerable<Type> Classes(Assembly assembly) =>
        assembly.GetExportedTypes().Where(type => type.IsDefined(typeof(TestClassAttribute), inherit: false)).OrderBy(type => type.Name, StringComparer.Ordinal);

    public static IEnumerable<MethodInfo> Methods(Type type, Type attribute) =>
        type.GetMethods().Where(method => method.IsDefined(attribute, inherit: false)).OrderBy(method => method.MetadataToken);

    /// <summary>Setup, every test in the order of the source, cleanup.</summary>
    public static IReadOnlyList<DeviceResult> Run(Type type)
    {
        var results = new List<DeviceResult>();
        results.AddRange(Methods(type, typeof(SetupAttribute)).Select(Call).Where(result => result.Outcome != DeviceOutcome.Passed));
        results.AddRange(Methods(type, typeof(TestMethodAttribute)).Select(Call));
        results.AddRange(Methods(type, typeof(CleanupAttribute)).Select(Call).Where(result => result.Outcome != DeviceOutcome.Passed));
        return results;
    }

    private static DeviceResult Call(MethodInfo method)
    {
        var output = new StringBuilder();
        OutputHelper.Listener = line => output.AppendLine(line);
        string result;

        try
        {
            // Closed over null also when it is an instance method: a delegate does not look at this.
            ((Action)Delegate.CreateDelegate(typeof(Action), null, method))();
            result = $"{DeviceOutcome.Passed},{method.Name},0";
        }
        catch (SkipTestException skip)
        {
            result = $"{DeviceOutcome.Skipped},{method.Name},{skip.Message}";
        }
        catch (Exception e)
        {
            result = $"{DeviceOutcome.Failed},{method.Name},{e.Message}";
        }
        finally
        {
            OutputHelper.Listener = null;
        }

        string[] fields = result.Split(',');
        DeviceOutcome outcome = fields.Length == ResultFields ? Enum.Parse<DeviceOutcome>(fields[0]) : DeviceOutcome.Lost;
        return new DeviceResult(method.Name, outcome, outcome == DeviceOutcome.Passed ? "" : result, output.ToString());
    }
}
