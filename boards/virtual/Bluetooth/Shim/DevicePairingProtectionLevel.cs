namespace nanoFramework.Device.Bluetooth;

/// <summary>How safe a pairing must make the link.</summary>
public enum DevicePairingProtectionLevel
{
    Default = 0,
    None = 1,
    Encryption = 2,
    EncryptionAndAuthentication = 3,
}
