using System;
using System.Collections.Generic;
using Haip.VirtualBluetooth.Esp32;

namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>A service that this device offers.</summary>
public class GattLocalService
{
    private readonly RadioChip _chip;
    private readonly List<GattLocalCharacteristic> _characteristics = [];

    internal GattLocalService(RadioChip chip, Guid uuid)
    {
        _chip = chip;
        Uuid = uuid;
    }

    public Guid Uuid { get; }

    public GattLocalCharacteristic[] Characteristics => [.. _characteristics];

    public GattLocalCharacteristicResult CreateCharacteristic(Guid characteristicUuid, GattLocalCharacteristicParameters parameters)
    {
        var characteristic = new GattLocalCharacteristic(_chip, characteristicUuid, parameters);
        _characteristics.Add(characteristic);
        return new GattLocalCharacteristicResult(characteristic);
    }
}
