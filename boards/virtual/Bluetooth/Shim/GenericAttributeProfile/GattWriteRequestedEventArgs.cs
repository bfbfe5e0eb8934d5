using Haip.VirtualBluetooth.Esp32;

namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>Somebody writes. Who, is not known.</summary>
public class GattWriteRequestedEventArgs
{
    private readonly RadioChip _chip;
    private readonly ushort _id;

    internal GattWriteRequestedEventArgs(RadioChip chip, ushort id)
    {
        _chip = chip;
        _id = id;
    }

    /// <summary>Always null, as on the device.</summary>
    public GattSession? Session { get; }

    public GattWriteRequest GetRequest() => new(_chip, _id);
}
