using System;
using Haip.VirtualBluetooth.Air;
using Haip.VirtualBluetooth.Esp32;

namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>A characteristic that this device offers.</summary>
public class GattLocalCharacteristic
{
    private readonly RadioChip _chip;
    private readonly Buffer? _staticValue;
    private bool _subscribed;

    internal GattLocalCharacteristic(RadioChip chip, Guid uuid, GattLocalCharacteristicParameters parameters)
    {
        _chip = chip;
        _staticValue = parameters.StaticValue;
        Uuid = uuid;

        // The properties have the Core Specification's numbers in both.
        OnAir = new AirCharacteristic(
            uuid, (AirProperties)parameters.CharacteristicProperties, Protection(parameters.ReadProtectionLevel), Protection(parameters.WriteProtectionLevel));
    }

    public delegate void GattLocalCharacteristicReadEventHandler(GattLocalCharacteristic sender, GattReadRequestedEventArgs ReadRequestEventArgs);

    public delegate void GattLocalCharacteristicWriteEventHandler(GattLocalCharacteristic sender, GattWriteRequestedEventArgs WriteRequestEventArgs);

    public delegate void GattLocalCharacteristicClientsChangedEventHandler(GattLocalCharacteristic sender, object? args);

    public event GattLocalCharacteristicReadEventHandler? ReadRequested;

    public event GattLocalCharacteristicWriteEventHandler? WriteRequested;

    public event GattLocalCharacteristicClientsChangedEventHandler? SubscribedClientsChanged;

    public Guid Uuid { get; }

    /// <summary>One for the one central, whether or not it is anybody.</summary>
    public GattSubscribedClient[] SubscribedClients => _subscribed ? [new GattSubscribedClient(_chip.Server.Session)] : [];

    internal AirCharacteristic OnAir { get; }

    /// <summary>A notification, also where an indication was meant: nobody confirms it.</summary>
    /// <returns>One result for each subscribed client.</returns>
    public GattClientNotificationResult[] NotifyValue(Buffer value)
    {
        byte[] bytes = value.ToArray();
        return _subscribed ? [new GattClientNotificationResult(_chip.Notify(this, bytes), bytes.Length)] : [];
    }

    internal void OnRead(ushort id)
    {
        if (_staticValue is not null)
        {
            _chip.Answer(id, new AttAnswer(AttError.None, _staticValue.ToArray()));
        }
        else if (ReadRequested is null)
        {
            _chip.Answer(id, AttAnswer.Refused(AttError.Unlikely));
        }
        else
        {
            ReadRequested(this, new GattReadRequestedEventArgs(_chip, id));
        }
    }

    internal void OnWrite(ushort id)
    {
        if (WriteRequested is null)
        {
            _chip.Answer(id, AttAnswer.Refused(AttError.Unlikely));
        }
        else
        {
            WriteRequested(this, new GattWriteRequestedEventArgs(_chip, id));
        }
    }

    internal void SubscriptionChanged(bool on)
    {
        if (on != _subscribed)
        {
            _subscribed = on;
            SubscribedClientsChanged?.Invoke(this, null);
        }
    }

    private static AirProtection Protection(GattProtectionLevel level) => level switch
    {
        GattProtectionLevel.Plain => AirProtection.Plain,
        GattProtectionLevel.EncryptionRequired => AirProtection.Encrypted,
        _ => AirProtection.Authenticated,
    };
}
