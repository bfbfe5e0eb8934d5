namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>A service, or why there is none.</summary>
public class GattServiceProviderResult
{
    internal GattServiceProviderResult(GattServiceProvider provider) => ServiceProvider = provider;

    public BluetoothError Error { get; } = BluetoothError.Success;

    public GattServiceProvider ServiceProvider { get; }
}
