namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>How a service is advertised.</summary>
public class GattServiceProviderAdvertisingParameters
{
    public bool IsConnectable { get; set; } = true;

    public bool IsDiscoverable { get; set; } = true;
}
