namespace nanoFramework.Device.Bluetooth;

/// <summary>What is wanted of the application in a pairing.</summary>
public enum DevicePairingKinds
{
    None = 0,
    ConfirmOnly = 1,
    DisplayPin = 2,
    ProvidePin = 4,
    ConfirmPinMatch = 8,
}
