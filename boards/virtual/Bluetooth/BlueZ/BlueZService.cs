using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Haip.VirtualBluetooth.Air;
using Haip.VirtualBluetooth.Bus;
using Haip.VirtualBluetooth.Wire;

namespace Haip.VirtualBluetooth.BlueZ;

/// <summary>org.bluez: the PC's Bluetooth service, as far as browsers and other clients of it ask, with the air below it.</summary>
internal sealed class BlueZService : IBusService
{
    private readonly ObjectTree _tree;
    private readonly BlueZAdapter _adapter;
    private readonly BlueZAgents _agents;
    private readonly List<BlueZDevice> _devices;
    private readonly Dictionary<string, Action<BusCall>> _methods;

    /// <param name="links">One for each peripheral in range.</param>
    /// <param name="say">Says something to every client.</param>
    public BlueZService(IReadOnlyList<AirLink> links, BlueZAgents agents, Action<Message> say)
    {
        _agents = agents;
        _tree = new ObjectTree(say);
        _tree.Add(BlueZNames.Root, BlueZNames.AgentManager);
        _tree.Add(BlueZNames.Root, BlueZNames.ProfileManager);
        _devices = [.. links.Select(link => new BlueZDevice(_tree, link))];
        _adapter = new BlueZAdapter(_tree, _devices);
        _methods = new Dictionary<string, Action<BusCall>>
        {
            [$"{BlueZNames.ObjectManager}.GetManagedObjects"] = call => call.Reply("a{oa{sa{sv}}}", _tree.Managed),
            [$"{BlueZNames.Properties}.GetAll"] = call => call.Reply("a{sv}", _tree.Properties(call.Path, call.Argument<string>(0))),
            [$"{BlueZNames.Properties}.Get"] = Get,
            [$"{BlueZNames.Properties}.Set"] = Set,
            [$"{BlueZNames.Peer}.Ping"] = call => call.Reply(),
            [$"{BlueZNames.AgentManager}.RegisterAgent"] = _agents.Register,
            [$"{BlueZNames.AgentManager}.UnregisterAgent"] = _agents.Unregister,
            [$"{BlueZNames.AgentManager}.RequestDefaultAgent"] = call => call.Reply(),
            [$"{BlueZNames.ProfileManager}.RegisterProfile"] = call => call.Reply(),
            [$"{BlueZNames.ProfileManager}.UnregisterProfile"] = call => call.Reply(),
            [$"{BlueZNames.Adapter}.SetDiscoveryFilter"] = call => call.Reply(),
            [$"{BlueZNames.Adapter}.StartDiscovery"] = _adapter.StartDiscovery,
            [$"{BlueZNames.Adapter}.StopDiscovery"] = _adapter.StopDiscovery,
            [$"{BlueZNames.Adapter}.RemoveDevice"] = _adapter.RemoveDevice,
            [$"{BlueZNames.Device}.Connect"] = call => Later(call, Device(call).ConnectAsync),
            [$"{BlueZNames.Device}.Disconnect"] = call => Later(call, Device(call).DisconnectAsync),
            [$"{BlueZNames.Device}.Pair"] = call => Later(call, Device(call).PairAsync),
            [$"{BlueZNames.Device}.CancelPairing"] = call => call.Reply(),
            [$"{BlueZNames.GattCharacteristic}.ReadValue"] = call => Later(call, Gatt(call).ReadAsync),
            [$"{BlueZNames.GattCharacteristic}.WriteValue"] = call => Later(call, Gatt(call).WriteAsync),
            [$"{BlueZNames.GattCharacteristic}.StartNotify"] = call => Later(call, Gatt(call).StartNotifyAsync),
            [$"{BlueZNames.GattCharacteristic}.StopNotify"] = call => Later(call, Gatt(call).StopNotifyAsync),
            [$"{BlueZNames.GattDescriptor}.ReadValue"] = call => call.Reply("ay", _tree.Properties(call.Path, BlueZNames.GattDescriptor)["Value"].Value),
        };
    }

    /// <inheritdoc/>
    public string Name => BlueZNames.Service;

    /// <inheritdoc/>
    public void Handle(BusCall call)
    {
        if (!_methods.TryGetValue(call.Method, out Action<BusCall>? method))
        {
            throw new BusException(BusException.UnknownMethod, $"no method {call.Method}");
        }

        lock (_tree.Gate)
        {
            method(call);
        }
    }

    /// <inheritdoc/>
    public void Left(BusConnection client)
    {
        _agents.Left(client);

        lock (_tree.Gate)
        {
            _adapter.Left(client);

            foreach (BlueZDevice device in _devices)
            {
                device.Gatt.Left(client);
            }
        }
    }

    // What waits for the air answers when it has been there.
    private static void Later(BusCall call, Func<BusCall, Task> answer) => _ = Task.Run(async () =>
    {
        try
        {
            await answer(call);
        }
        catch (BusException e)
        {
            call.Fail(e.Name, e.Message);
        }
        catch (Exception e)
        {
            call.Fail(BlueZError.Failed, e.Message);
        }
    });

    private void Get(BusCall call)
    {
        string property = call.Argument<string>(1);
        call.Reply("v", _tree.Properties(call.Path, call.Argument<string>(0)).TryGetValue(property, out Variant? value)
            ? value
            : throw new BusException(BusException.UnknownProperty, $"no property {property}"));
    }

    // Names, trust and the like: kept, said, and without consequences.
    private void Set(BusCall call)
    {
        string name = call.Argument<string>(0);
        string property = call.Argument<string>(1);
        Variant value = call.Argument<Variant>(2);
        Dictionary<string, Variant> properties = _tree.Properties(call.Path, name);

        if (!properties.TryGetValue(property, out Variant? before) || before.Signature != value.Signature)
        {
            throw new BusException(BusException.InvalidArguments, $"no property {property} of type {value.Signature}");
        }

        if (property is not ("Alias" or "Trusted" or "Blocked" or "Powered" or "Discoverable" or "DiscoverableTimeout" or "Pairable" or "PairableTimeout"))
        {
            throw new BusException(BusException.PropertyReadOnly, $"{property} cannot be set");
        }

        call.Reply();
        _tree.Set(call.Path, name, (property, value));
    }

    private BlueZDevice Device(BusCall call) =>
        _devices.Find(device => device.Path == call.Path && _tree.Has(device.Path)) ?? throw new BusException(BusException.UnknownObject, $"no device {call.Path}");

    private BlueZGatt Gatt(BusCall call) =>
        _devices.Select(device => device.Gatt).FirstOrDefault(gatt => gatt.Has(call.Path)) ?? throw new BusException(BusException.UnknownObject, $"no characteristic {call.Path}");
}
