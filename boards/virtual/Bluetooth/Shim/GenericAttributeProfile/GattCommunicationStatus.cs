namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>Whether a notification could be sent.</summary>
public enum GattCommunicationStatus
{
    Success = 0,
    Unreachable = 1,
    ProtocolError = 2,
    AccessDenied = 3,
}
