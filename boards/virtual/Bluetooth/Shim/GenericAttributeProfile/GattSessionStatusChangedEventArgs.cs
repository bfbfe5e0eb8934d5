namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>A central connected or left.</summary>
public class GattSessionStatusChangedEventArgs
{
    internal GattSessionStatusChangedEventArgs(GattSessionStatus status) => Status = status;

    public GattSessionStatus Status { get; }
}
