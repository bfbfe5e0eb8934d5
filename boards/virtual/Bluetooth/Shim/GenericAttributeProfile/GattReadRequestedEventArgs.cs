using Haip.VirtualBluetooth.Esp32;

namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>Somebody reads. Who, is not known.</summary>
public class GattReadRequestedEventArgs
{
    private readonly RadioChip _chip;
    private readonly ushort _id;

    internal GattReadRequestedEventArgs(RadioChip chip, ushort id)
    {
        _chip = chip;
        _id = id;
    }

    /// <summary>Always null, as on the device.</summary>
    public GattSession? Session { get; }

    public GattReadRequest GetRequest() => new(_chip, _id);
}
