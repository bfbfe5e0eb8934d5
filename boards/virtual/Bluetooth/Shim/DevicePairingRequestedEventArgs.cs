using Haip.VirtualBluetooth.Esp32;

namespace nanoFramework.Device.Bluetooth;

/// <summary>What a pairing wants of the application.</summary>
public class DevicePairingRequestedEventArgs
{
    private readonly RadioChip _chip;
    private readonly ushort _id;

    internal DevicePairingRequestedEventArgs(RadioChip chip, ushort id, DevicePairingKinds kind)
    {
        _chip = chip;
        _id = id;
        PairingKind = kind;
    }

    public DevicePairingKinds PairingKind { get; }

    /// <summary>This passkey is shown here and must be typed at the central.</summary>
    public void Accept(int passkey) => _chip.ShowPasskey(_id, passkey);
}
