using System;

namespace Haip.VirtualBluetooth.Bus;

/// <summary>An answer that is an error, with its name on the bus.</summary>
public sealed class BusException(string name, string text) : Exception(text)
{
    public const string UnknownMethod = "org.freedesktop.DBus.Error.UnknownMethod";
    public const string UnknownObject = "org.freedesktop.DBus.Error.UnknownObject";
    public const string UnknownInterface = "org.freedesktop.DBus.Error.UnknownInterface";
    public const string UnknownProperty = "org.freedesktop.DBus.Error.UnknownProperty";
    public const string PropertyReadOnly = "org.freedesktop.DBus.Error.PropertyReadOnly";
    public const string InvalidArguments = "org.freedesktop.DBus.Error.InvalidArgs";
    public const string ServiceUnknown = "org.freedesktop.DBus.Error.ServiceUnknown";
    public const string NoOwner = "org.freedesktop.DBus.Error.NameHasNoOwner";
    public const string Failed = "org.freedesktop.DBus.Error.Failed";

    public string Name { get; } = name;
}
