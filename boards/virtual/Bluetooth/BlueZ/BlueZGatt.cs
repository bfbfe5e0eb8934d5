using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Haip.VirtualBluetooth.Air;
using Haip.VirtualBluetooth.Bus;
using Haip.VirtualBluetooth.Wire;

namespace Haip.VirtualBluetooth.BlueZ;

/// <summary>What clients do with a peripheral's services and characteristics.</summary>
/// <remarks>
/// Objects and subscriptions outlast the link, as bluetoothd keeps them (bluez, src/device.c, gatt_cache_is_enabled, with the default Cache = always;
/// src/gatt-client.c, btd_gatt_client_connected). Browsers depend on it: an error that is answered after its object was removed closes Chromium's
/// way to Bluetooth, and nothing that the page asks of it ever ends again.
/// </remarks>
internal sealed class BlueZGatt
{
    private readonly ObjectTree _tree;
    private readonly AirLink _link;
    private readonly GattObjects _objects;
    private readonly Dictionary<string, HashSet<BusConnection>> _listeners = [];
    private readonly HashSet<BusCall> _open = [];

    public BlueZGatt(ObjectTree tree, AirLink link, string devicePath)
    {
        _tree = tree;
        _link = link;
        _objects = new GattObjects(tree, devicePath);
        link.Notified += Notified;
    }

    public bool Has(string path) => _objects.Characteristics.ContainsKey(path);

    /// <summary>A new link: shows what the peripheral offers, or renews the subscriptions to it when it is shown already.</summary>
    public void Publish()
    {
        if (!_objects.Shows(_link.Peripheral.Services))
        {
            _listeners.Clear();
            _objects.Show(_link.Peripheral.Services, _link.Mtu);
            return;
        }

        foreach ((string path, AirCharacteristic characteristic) in _objects.Characteristics)
        {
            _objects.Set(path, "MTU", Variant.Of((ushort)_link.Mtu));

            if (Listeners(path).Count > 0)
            {
                _ = _link.SubscribeAsync(characteristic, on: true);
            }
        }
    }

    /// <summary>The link is gone: calls that wait are answered, before anybody is told (bluez, src/shared/att.c, disconnect_cb).</summary>
    public void Lose()
    {
        BusException lost = BlueZError.Of(AttError.LinkLost);

        foreach (BusCall call in _open)
        {
            call.Fail(lost.Name, lost.Message);
        }

        _open.Clear();
    }

    /// <summary>The peripheral is forgotten.</summary>
    public void Withdraw()
    {
        Lose();
        _listeners.Clear();
        _objects.Withdraw();
    }

    public Task ReadAsync(BusCall call) => AskAsync(call, _link.ReadAsync, answer =>
    {
        // As bluetoothd does, before the answer. Clients count on it: they take the next change of the value for this one.
        _objects.Set(call.Path, "Value", Variant.Of(answer.Value));
        call.Reply("ay", answer.Value);
    });

    public Task WriteAsync(BusCall call)
    {
        byte[] value = call.Argument<byte[]>(0);

        if (call.Option<string>(1, "type") != "command")
        {
            return AskAsync(call, characteristic => _link.WriteAsync(characteristic, value), _ => call.Reply());
        }

        AirCharacteristic characteristic = Find(call.Path);

        if (!characteristic.Has(AirProperties.WriteWithoutResponse))
        {
            throw BlueZError.Of(AttError.RequestNotSupported);
        }

        _ = _link.WriteAsync(characteristic, value);
        call.Reply();
        return Task.CompletedTask;
    }

    public Task StartNotifyAsync(BusCall call) => AskAsync(call, characteristic => _link.SubscribeAsync(characteristic, on: true), _ =>
    {
        Listeners(call.Path).Add(call.Client);
        call.Reply();
        _objects.Set(call.Path, "Notifying", Variant.Of(true));
    });

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

    private async Task AskAsync(BusCall call, Func<AirCharacteristic, Task<AttAnswer>> ask, Action<AttAnswer> reply)
    {
        AirCharacteristic characteristic;

        lock (_tree.Gate)
        {
            characteristic = _objects.Find(call.Path);
            _open.Add(call);
        }

        AttAnswer answer = await ask(characteristic);

        lock (_tree.Gate)
        {
            // Answered when the link went.
            if (!_open.Remove(call))
            {
                return;
            }

            if (!answer.Ok)
            {
                throw BlueZError.Of(answer.Error);
            }

            reply(answer);
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

            characteristic = _objects.Find(path);
            _objects.Set(path, "Notifying", Variant.Of(false));
        }

        await _link.SubscribeAsync(characteristic, on: false);
    }

    private void Notified(AirCharacteristic characteristic, byte[] value)
    {
        lock (_tree.Gate)
        {
            if (_objects.TryFindPath(characteristic, out string path))
            {
                _objects.Set(path, "Value", Variant.Of(value));
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
            return _objects.Find(path);
        }
    }
}
