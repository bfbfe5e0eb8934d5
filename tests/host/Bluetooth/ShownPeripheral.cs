using System;
using System.Collections.Generic;
using Haip.VirtualBluetooth.Air;

namespace Haip.HostTests.Bluetooth;

/// <summary>A peripheral that does at once what it is asked: for tests of what lies before it.</summary>
internal sealed class ShownPeripheral : IPeripheral
{
    public const int Passkey = 12_345;

    public static readonly Guid ServiceUuid = new("48414900-6b1e-4d2a-9c11-0242ac120002");
    public static readonly AirCharacteristic Open = new(new("48414901-6b1e-4d2a-9c11-0242ac120002"), AirProperties.Read | AirProperties.Write | AirProperties.Notify, AirProtection.Plain, AirProtection.Plain);
    public static readonly AirCharacteristic Guarded = new(new("48414902-6b1e-4d2a-9c11-0242ac120002"), AirProperties.Read | AirProperties.Write, AirProtection.Authenticated, AirProtection.Authenticated);

    private LinkSecurity _bond;

    public event Action? AdvertisingChanged;

    public string Address => "00:00:5E:00:53:02";

    public string Name => "SHOWN";

    public bool Advertises => Link is null;

    public IReadOnlyList<Guid> AdvertisedServices => [ServiceUuid];

    public IReadOnlyList<AirService> Services { get; set; } = [new AirService(ServiceUuid, [Open, Guarded])];

    public int PreferredMtu => 256;

    public bool PairsWithoutPasskey => false;

    public IPeripheralLink? Link { get; private set; }

    /// <summary>What a read answers.</summary>
    public Func<AttAnswer> OnRead { get; set; } = () => new AttAnswer(AttError.None, [1, 2, 3]);

    public List<byte[]> Written { get; } = [];

    public void Connected(IPeripheralLink link)
    {
        Link = link;
        AdvertisingChanged?.Invoke();
    }

    public void Disconnected()
    {
        Link = null;
        AdvertisingChanged?.Invoke();
    }

    public AttAnswer Read(AirCharacteristic characteristic) => OnRead();

    public AttAnswer Write(AirCharacteristic characteristic, byte[] value)
    {
        Written.Add(value);
        return AttAnswer.Done;
    }

    public void Subscribe(AirCharacteristic characteristic, bool on)
    {
        // Whoever notifies asks the link.
    }

    public bool TryFindBond(out LinkSecurity security)
    {
        security = _bond;
        return security != LinkSecurity.None;
    }

    public bool TryShowPasskey(out int passkey)
    {
        passkey = Passkey;
        return true;
    }

    public void SecurityChanged(LinkSecurity security, bool bond) => _bond = bond ? security : _bond;

    public void LoseBond() => _bond = LinkSecurity.None;
}
