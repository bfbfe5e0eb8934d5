using Haip.VirtualBluetooth.Air;

namespace Haip.VirtualBluetooth.BlueZ;

/// <summary>Names of org.bluez and of the interfaces that every object has (bluez, doc/org.bluez.*.rst).</summary>
internal static class BlueZNames
{
    public const string Service = "org.bluez";
    public const string Root = "/org/bluez";
    public const string AdapterPath = "/org/bluez/hci0";

    public const string ObjectManager = "org.freedesktop.DBus.ObjectManager";
    public const string Properties = "org.freedesktop.DBus.Properties";
    public const string Peer = "org.freedesktop.DBus.Peer";

    public const string Adapter = "org.bluez.Adapter1";
    public const string AgentManager = "org.bluez.AgentManager1";
    public const string Agent = "org.bluez.Agent1";
    public const string ProfileManager = "org.bluez.ProfileManager1";
    public const string Device = "org.bluez.Device1";
    public const string GattService = "org.bluez.GattService1";
    public const string GattCharacteristic = "org.bluez.GattCharacteristic1";
    public const string GattDescriptor = "org.bluez.GattDescriptor1";

    public static string PathOf(IPeripheral device) => $"{AdapterPath}/dev_{device.Address.Replace(':', '_')}";
}
