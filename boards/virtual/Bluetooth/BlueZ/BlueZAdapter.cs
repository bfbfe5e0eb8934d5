using System.Collections.Generic;
using Haip.VirtualBluetooth.Bus;
using Haip.VirtualBluetooth.Wire;

namespace Haip.VirtualBluetooth.BlueZ;

/// <summary>The PC's Bluetooth adapter: finds what advertises, as long as somebody looks.</summary>
internal sealed class BlueZAdapter
{
    private readonly ObjectTree _tree;
    private readonly IReadOnlyList<BlueZDevice> _devices;
    private readonly HashSet<BusConnection> _looking = [];

    public BlueZAdapter(ObjectTree tree, IReadOnlyList<BlueZDevice> devices)
    {
        _tree = tree;
        _devices = devices;
        tree.Add(
            BlueZNames.AdapterPath,
            BlueZNames.Adapter,
            ("Address", Variant.Of("00:00:5E:00:53:01")),
            ("AddressType", Variant.Of("public")),
            ("Name", Variant.Of("virtual")),
            ("Alias", Variant.Of("virtual")),
            ("Class", Variant.Of(0u)),
            ("Powered", Variant.Of(true)),
            ("PowerState", Variant.Of("on")),
            ("Discoverable", Variant.Of(false)),
            ("DiscoverableTimeout", Variant.Of(0u)),
            ("Pairable", Variant.Of(true)),
            ("PairableTimeout", Variant.Of(0u)),
            ("Discovering", Variant.Of(false)),
            ("UUIDs", Variant.Of(System.Array.Empty<string>())),
            ("Modalias", Variant.Of("")),
            ("Roles", Variant.Of(["central"])));

        foreach (BlueZDevice device in devices)
        {
            device.Peripheral.AdvertisingChanged += () => Hear(device);
        }
    }

    public void StartDiscovery(BusCall call)
    {
        call.Reply();

        if (_looking.Add(call.Client) && _looking.Count == 1)
        {
            _tree.Set(BlueZNames.AdapterPath, BlueZNames.Adapter, ("Discovering", Variant.Of(true)));
        }

        foreach (BlueZDevice device in _devices)
        {
            device.Heard();
        }
    }

    public void StopDiscovery(BusCall call)
    {
        call.Reply();
        Left(call.Client);
    }

    public void RemoveDevice(BusCall call)
    {
        string path = call.Argument<ObjectPath>(0).Text;

        foreach (BlueZDevice device in _devices)
        {
            if (device.Path == path && _tree.Has(path))
            {
                call.Reply();
                device.Forget();
                return;
            }
        }

        throw new BusException(BlueZError.DoesNotExist, "Does Not Exist");
    }

    /// <summary>A client that is gone looks for nothing.</summary>
    public void Left(BusConnection client)
    {
        if (_looking.Remove(client) && _looking.Count == 0)
        {
            _tree.Set(BlueZNames.AdapterPath, BlueZNames.Adapter, ("Discovering", Variant.Of(false)));
        }
    }

    private void Hear(BlueZDevice device)
    {
        lock (_tree.Gate)
        {
            if (_looking.Count > 0)
            {
                device.Heard();
            }
        }
    }
}
