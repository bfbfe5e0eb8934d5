namespace Haip.VirtualBluetooth.Air;

/// <summary>What an entry of the log is about.</summary>
public enum FrameKind
{
    Connected,
    Disconnected,
    Secured,
    PairingFailed,
    Read,
    Write,
    Subscribed,
    Unsubscribed,
    Notification,
    DroppedNotification,
}
