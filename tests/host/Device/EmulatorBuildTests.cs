using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Haip.ApiGate;
using Xunit;

namespace Haip.HostTests.Device;

/// <summary>The build of the device's tests for nanoCLR, which the project file hides behind a condition.</summary>
[Trait("Category", "Device")]
public sealed partial class EmulatorBuildTests
{
    [Fact]
    public void The_device_tests_compile_without_the_hardware_libraries_too()
    {
        using var copy = new RepositoryCopy();
        string path = Path.Combine(copy.Root, "tests", "device", "NFUnitTest.nfproj");
        string whole = File.ReadAllText(path);
        string emulator = OnlyOnABoard().Replace(whole, "");
        File.WriteAllText(path, emulator);

        GateResult result = Gate.Check(copy.Root, [path]);

        Assert.Empty(result.Rejections);
        Assert.Equal(5, OnlyOnABoard().Count(whole));
        string[] used = [.. result.Compiled.Single(project => project.IsTest).Compilation.ReferencedAssemblyNames.Select(assembly => assembly.Name)];
        Assert.Contains("nanoFramework.Runtime.Native", used);
        Assert.DoesNotContain("System.Device.Gpio", used);
        Assert.DoesNotContain("nanoFramework.Hardware.Esp32", used);
    }

    [GeneratedRegex("""<(?<element>\w+)[^>]* Condition="'\$\(Emulator\)' != 'true'">.*?</\k<element>>""", RegexOptions.Singleline)]
    private static partial Regex OnlyOnABoard();
}
