using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using nanoFramework.Device.Bluetooth;
using Xunit;

namespace Haip.HostTests.Bluetooth;

/// <summary>What the PC has in the place of nanoFramework's library offers nothing that the library lacks.</summary>
[Trait("Category", "Radio")]
public sealed class ShimTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Every_public_member_of_the_shim_is_one_of_the_platform()
    {
        HashSet<string> platform = Platform();
        Assert.Contains("GattLocalCharacteristic.NotifyValue", platform);

        string[] shim =
        [
            .. from type in typeof(BluetoothLEServer).Assembly.GetExportedTypes()
               where type.Namespace!.StartsWith("nanoFramework.", StringComparison.Ordinal)
               from name in Names(type)
               select name,
        ];

        Assert.True(shim.Length > 50);
        Assert.Equal([], shim.Where(name => !platform.Contains(name)));
    }

    [Fact]
    public void Numbers_of_the_shims_enumerations_are_those_of_the_platform()
    {
        HashSet<string> lines = [.. Lines()];
        int count = 0;

        foreach (Type type in typeof(BluetoothLEServer).Assembly.GetExportedTypes().Where(type => type.IsEnum && type.Namespace!.StartsWith("nanoFramework.", StringComparison.Ordinal)))
        {
            foreach (string name in Enum.GetNames(type))
            {
                count++;
                Assert.Contains($"const {type.FullName} {type.FullName}.{name} = {Convert.ToInt64(Enum.Parse(type, name))}", lines);
            }
        }

        Assert.True(count > 40);
    }

    private static IEnumerable<string> Names(Type type)
    {
        string own = type.IsNested ? $"{type.DeclaringType!.Name}.{type.Name}" : type.Name;
        bool isDelegate = typeof(Delegate).IsAssignableFrom(type);
        IEnumerable<string> members = type.IsEnum || isDelegate
            ? []
            : type.GetMembers(Declared).Where(member => member is not Type && member is not MethodInfo { IsSpecialName: true }).Select(member => $"{own}.{member.Name}");
        return [own, .. members];
    }

    private static HashSet<string> Platform() =>
        [.. Lines().SelectMany(line => line.Split(' ', '(')).Where(word => word.StartsWith("nanoFramework.Device.Bluetooth.", StringComparison.Ordinal)).SelectMany(Tails)];

    // nanoFramework.Device.Bluetooth.X.Y.Z: "Z", "Y.Z" and a constructor's "Y..ctor".
    private static IEnumerable<string> Tails(string name)
    {
        string[] parts = name.Replace("..ctor", "._ctor", StringComparison.Ordinal).Split('.');
        yield return parts[^1];
        yield return $"{parts[^2]}.{parts[^1]}".Replace("._ctor", "..ctor", StringComparison.Ordinal);
    }

    private static IEnumerable<string> Lines()
    {
        string root = Device.Repository.FindRoot();
        return File.ReadLines(Path.Combine(root, "tools", "api-gate", "api", "nanoFramework.Device.Bluetooth.txt"))
            .Select(line => line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split("  ")[0]);
    }
}
