namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>What a link must be before a characteristic is read or written.</summary>
public enum GattProtectionLevel
{
    Plain = 0,
    AuthenticationRequired = 1,
    EncryptionRequired = 2,
    EncryptionAndAuthenticationRequired = 3,
}
