namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>A central that subscribed.</summary>
public class GattSubscribedClient
{
    internal GattSubscribedClient(GattSession session) => Session = session;

    public GattSession Session { get; }
}
