using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Haip.VirtualBluetooth.Air;
using Haip.VirtualBluetooth.Bus;
using Haip.VirtualBluetooth.Wire;

namespace Haip.VirtualBluetooth.BlueZ;

/// <summary>Services, characteristics and descriptors of a connected peripheral, and what clients do with them.</summary>
internal sealed class BlueZGatt
{
    // Without this descriptor a client takes a characteristic for one that cannot notify.
    private const string ClientConfigurationUuid = "00002902-0000-1000-8000-00805f9b34fb";

    private const string Interface = BlueZNames.GattCharacteristic;

    private static readonly (AirProperties Bit, string Flag)[] s_flags =
    [
        (AirProperties.Read, "read"),
        (AirProperties.WriteWithoutResponse, "write-without-response"),
        (AirProperties.Write, "write"),
        (AirProperties.Notify, "notify"),
        (AirProperties.Indicate, "indicate"),
    ];

    private readonly ObjectTree _tree;
    private readonly AirLink _link;
    private readonly string _devicePath;
    private readonly Dictionary<string, AirCharacteristic> _byPath = [];
    private readonly Dictionary<AirCharacteristic, string> _paths = [];
    private readonly Dictionary<string, HashSet<BusConnection>> _listeners = [];

    public BlueZGatt(ObjectTree tree, AirLink link, string devicePath)
    {
        _tree = tree;
        _link = link;
        _devicePath = devicePath;
        link.Notified += Notified;
    }

    public bool Has(string path) => _byPath.ContainsKey(path);

    /// <summary>Shows what the peripheral offers. Nothing when it is shown already.</summary>
    public void Publish()
    {
        if (_byPath.Count > 0)
        {
            return;
        }

        int handle = 1;

        foreach (AirService service in _link.Peripheral.Services)
        {
            string path = $"{_devicePath}/service{handle++:x4}";
            _tree.Add(
                path,
                BlueZNames.GattService,
                ("UUID", Variant.Of(service.Uuid.ToString())),
                ("Device", Variant.Of(new ObjectPath(_devicePath))),
                ("Primary", Variant.Of(true)),
                ("Includes", new Variant("ao", Array.Empty<ObjectPath>())));

            foreach (AirCharacteristic characteristic in service.Characteristics)
            {
                Publish(characteristic, path, ref handle);
            }
        }
    }

    /// <summary>Hides it again: the link is gone.</summary>
    public void Withdraw()
    {
        _byPath.Clear();
        _paths.Clear();
        _listeners.Clear();
        _tree.RemoveBelow(_devicePath);
    }

    public async Task ReadAsync(BusCall call)
    {
        AttAnswer answer = await _link.ReadAsync(Find(call.Path));

        lock (_tree.Gate)
        {
            if (!answer.Ok)
            {
                throw BlueZError.Of(answer.Error);
            }

            // As bluetoothd does, before the answer. Clients count on it: they take the next change of the value for this one.
            _tree.Set(call.Path, Interface, ("Value", Variant.Of(answer.Value)));
            call.Reply("ay", answer.Value);
        }
    }

    public async Task WriteAsync(BusCall call)
    {
        AirCharacteristic characteristic = Find(call.Path);
        byte[] value = call.Argument<byte[]>(0);

        if (call.Option<string>(1, "type") == "command")
        {
            if (!characteristic.Has(AirProperties.WriteWithoutResponse))
            {
                throw BlueZError.Of(AttError.RequestNotSupported);
            }

            _ = _link.WriteAsync(characteristic, value);
            call.Reply();
            return;
        }

        AttAnswer answer = await _link.WriteAsync(characteristic, value);

        if (!answer.Ok)
        {
            throw BlueZError.Of(answer.Error);
        }

        call.Reply();
    }

    public async Task StartNotifyAsync(BusCall call)
    {
        AttAnswer answer = await _link.SubscribeAsync(Find(call.Path), on: true);

        lock (_tree.Gate)
        {
            if (!answer.Ok)
            {
                throw BlueZError.Of(answer.Error);
            }

            Listeners(call.Path).Add(call.Client);
            call.Reply();
            _tree.Set(call.Path, Interface, ("Notifying", Variant.Of(true)));
        }
    }

    public async Task StopNotifyAsync(BusCall call)
    {
        await StopAsync(call.Path, call.Client);
        call.Reply();
    }

    /// <summary>A client that is gone listens to nothing.</summary>
    public void Left(BusConnection client)
    {
        foreach (string path in _listeners.Where(pair => pair.Value.Contains(client)).Select(pair => pair.Key).ToArray())
        {
            _ = StopAsync(path, client);
        }
    }

    private async Task StopAsync(string path, BusConnection client)
    {
        AirCharacteristic characteristic;

        lock (_tree.Gate)
        {
            if (!Listeners(path).Remove(client) || Listeners(path).Count > 0)
            {
                return;
            }

            characteristic = Find(path);
            _tree.Set(path, Interface, ("Notifying", Variant.Of(false)));
        }

        await _link.SubscribeAsync(characteristic, on: false);
    }

    private void Publish(AirCharacteristic characteristic, string service, ref int handle)
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
            ("MTU", Variant.Of((ushort)_link.Mtu)),
        ];

        if (characteristic.CanSubscribe)
        {
            properties.Add(("Notifying", Variant.Of(false)));
        }

        _tree.Add(path, Interface, [.. properties]);

        if (characteristic.CanSubscribe)
        {
            _tree.Add(
                $"{path}/desc{handle++:x4}",
                BlueZNames.GattDescriptor,
                ("UUID", Variant.Of(ClientConfigurationUuid)),
                ("Characteristic", Variant.Of(new ObjectPath(path))),
                ("Value", Variant.Of([0, 0])));
        }
    }

    private void Notified(AirCharacteristic characteristic, byte[] value)
    {
        lock (_tree.Gate)
        {
            if (_paths.TryGetValue(characteristic, out string? path))
            {
                _tree.Set(path, Interface, ("Value", Variant.Of(value)));
            }
        }
    }

    private HashSet<BusConnection> Listeners(string path)
    {
        if (!_listeners.TryGetValue(path, out HashSet<BusConnection>? listeners))
        {
            _listeners[path] = listeners = [];
        }

        return listeners;
    }

    private AirCharacteristic Find(string path)
    {
        lock (_tree.Gate)
        {
            return _byPath.TryGetValue(path, out AirCharacteristic? characteristic)
                ? characteristic
                : throw new BusException(BusException.UnknownObject, $"no characteristic {path}");
        }
    }
}
