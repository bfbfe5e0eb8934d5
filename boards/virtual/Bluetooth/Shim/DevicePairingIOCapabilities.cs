namespace nanoFramework.Device.Bluetooth;

/// <summary>What a device can show, and whether somebody can type there.</summary>
public enum DevicePairingIOCapabilities
{
    DisplayOnly = 0,
    DisplayYesNo = 1,
    KeyboardOnly = 2,
    NoInputNoOutput = 3,
    KeyboardDisplay = 4,
}
