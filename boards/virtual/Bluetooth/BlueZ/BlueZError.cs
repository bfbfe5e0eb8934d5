using Haip.VirtualBluetooth.Air;
using Haip.VirtualBluetooth.Bus;

namespace Haip.VirtualBluetooth.BlueZ;

/// <summary>How bluetoothd tells its clients what went wrong (bluez, src/gatt-client.c, create_gatt_dbus_error).</summary>
internal static class BlueZError
{
    public const string Failed = "org.bluez.Error.Failed";
    public const string AuthenticationFailed = "org.bluez.Error.AuthenticationFailed";
    public const string NotSupported = "org.bluez.Error.NotSupported";
    public const string DoesNotExist = "org.bluez.Error.DoesNotExist";

    private const string NotPermitted = "org.bluez.Error.NotPermitted";
    private const string NotAuthorized = "org.bluez.Error.NotAuthorized";
    private const string InvalidArguments = "org.bluez.Error.InvalidArguments";

    public static BusException Of(AttError error) => error switch
    {
        AttError.ReadNotPermitted => new BusException(NotPermitted, "Read not permitted"),
        AttError.WriteNotPermitted => new BusException(NotPermitted, "Write not permitted"),
        AttError.InsufficientAuthentication or AttError.InsufficientEncryption or AttError.NotPaired => new BusException(NotPermitted, "Not paired"),
        AttError.InsufficientAuthorization => new BusException(NotAuthorized, "Operation Not Authorized"),
        AttError.RequestNotSupported => new BusException(NotSupported, "Operation is not supported"),
        AttError.InvalidLength => new BusException(InvalidArguments, "Invalid Length"),
        AttError.LinkLost => new BusException(Failed, "Not connected"),
        _ => new BusException(Failed, $"Operation failed with ATT error: 0x{(int)error:x2}"),
    };
}
