namespace nanoFramework.Device.Bluetooth.GenericAttributeProfile;

/// <summary>What a characteristic is made with.</summary>
public class GattLocalCharacteristicParameters
{
    public GattCharacteristicProperties CharacteristicProperties { get; set; }

    public GattProtectionLevel ReadProtectionLevel { get; set; }

    public GattProtectionLevel WriteProtectionLevel { get; set; }

    /// <summary>Answered to every read without asking the application.</summary>
    public Buffer? StaticValue { get; set; }

    public string? UserDescription { get; set; }
}
