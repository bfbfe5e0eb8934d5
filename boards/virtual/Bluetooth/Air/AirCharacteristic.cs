using System;

namespace Haip.VirtualBluetooth.Air;

/// <summary>One characteristic of a peripheral, as a central discovers it.</summary>
public sealed record AirCharacteristic(Guid Uuid, AirProperties Properties, AirProtection ReadProtection, AirProtection WriteProtection)
{
    public bool Has(AirProperties property) => (Properties & property) != 0;

    /// <summary>It has a descriptor to subscribe by.</summary>
    public bool CanSubscribe => Has(AirProperties.Notify | AirProperties.Indicate);
}
