namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>Whether a notification left. Not whether it arrived.</summary>
public class GattClientNotificationResult
{
    internal GattClientNotificationResult(bool sent, int length)
    {
        Status = sent ? GattCommunicationStatus.Success : GattCommunicationStatus.Unreachable;
        BytesSent = (ushort)length;
    }

    public GattCommunicationStatus Status { get; }

    public ushort BytesSent { get; }
}
