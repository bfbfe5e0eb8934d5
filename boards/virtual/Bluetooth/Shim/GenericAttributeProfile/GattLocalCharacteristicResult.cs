namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>A characteristic, or why there is none.</summary>
public class GattLocalCharacteristicResult
{
    internal GattLocalCharacteristicResult(GattLocalCharacteristic characteristic) => Characteristic = characteristic;

    public GattLocalCharacteristic Characteristic { get; }

    public BluetoothError Error { get; } = BluetoothError.Success;
}
