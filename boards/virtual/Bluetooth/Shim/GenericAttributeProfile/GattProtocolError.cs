namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>Error codes of the attribute protocol (Core Specification, volume 3, part F, 3.4.1.1).</summary>
public static class GattProtocolError
{
    public static byte WriteNotPermitted => 0x03;

    public static byte InsufficientAuthentication => 0x05;

    public static byte InvalidAttributeValueLength => 0x0D;

    public static byte UnlikelyError => 0x0E;
}
