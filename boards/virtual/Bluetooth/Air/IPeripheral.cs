using System;
using System.Collections.Generic;

namespace Haip.VirtualBluetooth.Air;

/// <summary>A device with a radio of its own: what the air asks of it. Calls come one at a time and may take as long as the device takes.</summary>
public interface IPeripheral
{
    /// <summary>Six bytes with colons.</summary>
    string Address { get; }

    string Name { get; }

    /// <summary>It can be found and connected to now.</summary>
    bool Advertises { get; }

    IReadOnlyList<Guid> AdvertisedServices { get; }

    IReadOnlyList<AirService> Services { get; }

    /// <summary>The longest frame that it asks for, header included.</summary>
    int PreferredMtu { get; }

    /// <summary>It began or ceased to advertise.</summary>
    event Action? AdvertisingChanged;

    /// <summary>A central connected.</summary>
    /// <param name="link">To send notifications by, and to end it.</param>
    void Connected(IPeripheralLink link);

    void Disconnected();

    AttAnswer Read(AirCharacteristic characteristic);

    AttAnswer Write(AirCharacteristic characteristic, byte[] value);

    void Subscribe(AirCharacteristic characteristic, bool on);

    /// <summary>It has a key for this central.</summary>
    /// <param name="security">What a link with that key is worth.</param>
    bool TryFindBond(out LinkSecurity security);

    /// <summary>A central wants to pair and somebody there can type.</summary>
    /// <param name="passkey">What it shows to the person; 0 to 999,999.</param>
    /// <returns>False when it answers nothing, or can show nothing.</returns>
    bool TryShowPasskey(out int passkey);

    /// <summary>What it can do when no passkey is shown: pair without one, or not at all.</summary>
    bool PairsWithoutPasskey { get; }

    /// <summary>The link was made safe, or an attempt failed.</summary>
    /// <param name="security">None when it failed.</param>
    /// <param name="bond">The key was new and both sides want to keep it.</param>
    void SecurityChanged(LinkSecurity security, bool bond);
}
