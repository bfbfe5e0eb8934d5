using System;
using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBluetooth.Air;
using Haip.VirtualBluetooth.Bus;
using Haip.VirtualBluetooth.Wire;

namespace Haip.VirtualBluetooth.BlueZ;

/// <summary>The objects on the bus that stand for a peripheral's services, characteristics and descriptors.</summary>
/// <remarks>Whoever uses it holds the gate of the tree.</remarks>
internal sealed class GattObjects(ObjectTree tree, string devicePath)
{
    public const string Interface = BlueZNames.GattCharacteristic;

    // Without this descriptor a client takes a characteristic for one that cannot notify.
    private const string ClientConfigurationUuid = "00002902-0000-1000-8000-00805f9b34fb";

    private static readonly (AirProperties Bit, string Flag)[] s_flags =
    [
        (AirProperties.Read, "read"),
        (AirProperties.WriteWithoutResponse, "write-without-response"),
        (AirProperties.Write, "write"),
        (AirProperties.Notify, "notify"),
        (AirProperties.Indicate, "indicate"),
    ];

    private readonly Dictionary<string, AirCharacteristic> _byPath = [];
    private readonly Dictionary<AirCharacteristic, string> _paths = [];
    private IReadOnlyList<AirService> _shown = [];

    public IReadOnlyDictionary<string, AirCharacteristic> Characteristics => _byPath;

    public bool Shows(IReadOnlyList<AirService> services) =>
        _shown.Count == services.Count
        && _shown.Zip(services).All(pair => pair.First.Uuid == pair.Second.Uuid && pair.First.Characteristics.SequenceEqual(pair.Second.Characteristics));

    /// <summary>Instead of whatever was shown before.</summary>
    public void Show(IReadOnlyList<AirService> services, int mtu)
    {
        Withdraw();
        int handle = 1;
        _shown = services;

        foreach (AirService service in services)
        {
            string path = $"{devicePath}/service{handle++:x4}";
            tree.Add(
                path,
                BlueZNames.GattService,
                ("UUID", Variant.Of(service.Uuid.ToString())),
                ("Device", Variant.Of(new ObjectPath(devicePath))),
                ("Primary", Variant.Of(true)),
                ("Includes", new Variant("ao", Array.Empty<ObjectPath>())));

            foreach (AirCharacteristic characteristic in service.Characteristics)
            {
                Show(characteristic, path, mtu, ref handle);
            }
        }
    }

    public void Withdraw()
    {
        _shown = [];
        _byPath.Clear();
        _paths.Clear();
        tree.RemoveBelow(devicePath);
    }

    public void Set(string path, string property, Variant value) => tree.Set(path, Interface, (property, value));

    public bool TryFindPath(AirCharacteristic characteristic, out string path)
    {
        bool found = _paths.TryGetValue(characteristic, out string? known);
        path = known ?? "";
        return found;
    }

    /// <exception cref="BusException">There is no such characteristic.</exception>
    public AirCharacteristic Find(string path) => _byPath.TryGetValue(path, out AirCharacteristic? characteristic)
        ? characteristic
        : throw new BusException(BusException.UnknownObject, $"no characteristic {path}");

    private void Show(AirCharacteristic characteristic, string service, int mtu, ref int handle)
    {
        string path = $"{service}/char{handle++:x4}";
        _byPath[path] = characteristic;
        _paths[characteristic] = path;

        List<(string, Variant)> properties =
        [
            ("UUID", Variant.Of(characteristic.Uuid.ToString())),
            ("Service", Variant.Of(new ObjectPath(service))),
            ("Value", Variant.Of(Array.Empty<byte>())),
            ("Flags", Variant.Of([.. s_flags.Where(flag => characteristic.Has(flag.Bit)).Select(flag => flag.Flag)])),
            ("MTU", Variant.Of((ushort)mtu)),
        ];

        if (characteristic.CanSubscribe)
        {
            properties.Add(("Notifying", Variant.Of(false)));
        }

        tree.Add(path, Interface, [.. properties]);

        if (characteristic.CanSubscribe)
        {
            tree.Add(
                $"{path}/desc{handle++:x4}",
                BlueZNames.GattDescriptor,
                ("UUID", Variant.Of(ClientConfigurationUuid)),
                ("Characteristic", Variant.Of(new ObjectPath(path))),
                ("Value", Variant.Of([0, 0])));
        }
    }
}
