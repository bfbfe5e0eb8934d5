using System;
using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBluetooth.Bus;
using Haip.VirtualBluetooth.Wire;

namespace Haip.VirtualBluetooth.BlueZ;

/// <summary>All objects with their interfaces and properties. Every change is said on the bus at once.</summary>
/// <remarks>Whoever uses it holds <see cref="Gate"/>: what is said comes in the order in which it happened.</remarks>
internal sealed class ObjectTree(Action<Message> say)
{
    private readonly Dictionary<string, Dictionary<string, Dictionary<string, Variant>>> _objects = [];

    public System.Threading.Lock Gate { get; } = new();

    /// <summary>As GetManagedObjects answers.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, Dictionary<string, Variant>>> Managed => _objects;

    public bool Has(string path) => _objects.ContainsKey(path);

    public void Add(string path, string name, params (string Name, Variant Value)[] properties)
    {
        bool known = _objects.TryGetValue(path, out Dictionary<string, Dictionary<string, Variant>>? interfaces);
        interfaces ??= [];
        interfaces[name] = properties.ToDictionary(property => property.Name, property => property.Value);
        _objects[path] = interfaces;

        if (!known)
        {
            Say("/", BlueZNames.ObjectManager, "InterfacesAdded", "oa{sa{sv}}", new ObjectPath(path), interfaces);
        }
    }

    /// <summary>Removes an object and all below it, the lowest first.</summary>
    public void Remove(string path)
    {
        foreach (string gone in _objects.Keys.Where(key => key == path || key.StartsWith(path + "/", StringComparison.Ordinal)).OrderByDescending(key => key.Length).ToArray())
        {
            string[] interfaces = [.. _objects[gone].Keys];
            _objects.Remove(gone);
            Say("/", BlueZNames.ObjectManager, "InterfacesRemoved", "oas", new ObjectPath(gone), interfaces);
        }
    }

    /// <summary>Removes what lies below an object.</summary>
    public void RemoveBelow(string path)
    {
        foreach (string child in _objects.Keys.Where(key => key.StartsWith(path + "/", StringComparison.Ordinal)).ToArray())
        {
            Remove(child);
        }
    }

    public void Set(string path, string name, params (string Name, Variant Value)[] properties)
    {
        if (!_objects.TryGetValue(path, out Dictionary<string, Dictionary<string, Variant>>? interfaces))
        {
            return; // gone in the meantime
        }

        foreach ((string property, Variant value) in properties)
        {
            interfaces[name][property] = value;
        }

        Say(path, BlueZNames.Properties, "PropertiesChanged", "sa{sv}as", name, properties.ToDictionary(property => property.Name, property => property.Value), Array.Empty<string>());
    }

    /// <exception cref="BusException">There is no such object or interface.</exception>
    public Dictionary<string, Variant> Properties(string path, string name)
    {
        if (!_objects.TryGetValue(path, out Dictionary<string, Dictionary<string, Variant>>? interfaces))
        {
            throw new BusException(BusException.UnknownObject, $"no object {path}");
        }

        return interfaces.TryGetValue(name, out Dictionary<string, Variant>? properties)
            ? properties
            : throw new BusException(BusException.UnknownInterface, $"{path} has no {name}");
    }

    private void Say(string path, string name, string member, string signature, params object[] body) =>
        say(new Message(MessageKind.Signal) { Path = path, Interface = name, Member = member, Signature = signature, Body = body });
}
