using System;
using System.Collections.Generic;
using System.Text;
using Haip.VirtualBluetooth.Esp32;

namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>A service of the server. The first one brings the library's own Device Information with it, which another of that UUID replaces.</summary>
public sealed class GattServiceProvider
{
    private static readonly Guid s_deviceInformation = new("0000180a-0000-1000-8000-00805f9b34fb");
    private static readonly Guid s_manufacturer = new("00002a29-0000-1000-8000-00805f9b34fb");

    private readonly RadioChip _chip;

    private GattServiceProvider(RadioChip chip, Guid uuid)
    {
        _chip = chip;
        Service = new GattLocalService(chip, uuid);
    }

    public GattLocalService Service { get; }

    public GattServiceProviderAdvertisementStatus AdvertisementStatus { get; private set; }

    public static GattServiceProviderResult Create(Guid serviceUuid)
    {
        RadioChip chip = RadioChip.Current;
        var provider = new GattServiceProvider(chip, serviceUuid);
        List<GattServiceProvider> all = chip.Providers;
        int same = all.FindIndex(other => other.Service.Uuid == serviceUuid);

        if (same >= 0)
        {
            all[same] = provider;
        }
        else
        {
            all.Add(provider);
        }

        if (all.Count == 1 && serviceUuid != s_deviceInformation)
        {
            Create(s_deviceInformation).ServiceProvider.Service.CreateCharacteristic(s_manufacturer, new GattLocalCharacteristicParameters
            {
                CharacteristicProperties = GattCharacteristicProperties.Read,
                StaticValue = new Buffer(Encoding.UTF8.GetBytes("nanoFramework")),
            });
        }

        return new GattServiceProviderResult(provider);
    }

    /// <summary>Offers every service there is, and advertises this one.</summary>
    public void StartAdvertising(GattServiceProviderAdvertisingParameters parameters)
    {
        if (parameters.IsConnectable && parameters.IsDiscoverable)
        {
            _chip.StartAdvertising(Service.Uuid);
            AdvertisementStatus = GattServiceProviderAdvertisementStatus.Started;
        }
    }

    public void StopAdvertising()
    {
        _chip.StopAdvertising();
        AdvertisementStatus = GattServiceProviderAdvertisementStatus.Stopped;
    }
}
