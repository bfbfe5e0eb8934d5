using System;

namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>Whether a central is connected, and how long its frames may be. Which central, it does not say.</summary>
public class GattSession
{
    internal GattSession()
    {
    }

    public delegate void GattSessionStatusChangedEventHandler(object sender, GattSessionStatusChangedEventArgs args);

    public event GattSessionStatusChangedEventHandler? SessionStatusChanged;

    public event EventHandler? MaxPduSizeChanged;

    /// <summary>0 before the first exchange; that of an earlier central until the next one has agreed on its own.</summary>
    public ushort MaxMtuSize { get; private set; }

    internal void Connected() => SessionStatusChanged?.Invoke(this, new GattSessionStatusChangedEventArgs(GattSessionStatus.Active));

    internal void Disconnected() => SessionStatusChanged?.Invoke(this, new GattSessionStatusChangedEventArgs(GattSessionStatus.Closed));

    internal void MtuChanged(ushort mtu)
    {
        MaxMtuSize = mtu;
        MaxPduSizeChanged?.Invoke(this, EventArgs.Empty);
    }
}
