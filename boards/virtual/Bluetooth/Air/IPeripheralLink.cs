namespace Haip.VirtualBluetooth.Air;

/// <summary>A link as the peripheral holds it.</summary>
public interface IPeripheralLink
{
    /// <summary>The longest frame that both sides take, header of three bytes included.</summary>
    int Mtu { get; }

    /// <summary>Sends a notification. What does not fit into a frame is cut, as NimBLE does.</summary>
    /// <returns>False when the link is gone or the central did not subscribe.</returns>
    bool Notify(AirCharacteristic characteristic, byte[] value);

    /// <summary>The peripheral ends the link, or is no more.</summary>
    void Drop();
}
