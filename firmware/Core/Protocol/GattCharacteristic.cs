namespace Haip.Core.Protocol
{
    /// <summary>The rows of <see cref="GattTable"/>. The first eight numbers are part of the characteristic's UUID: never reuse one.</summary>
    public enum GattCharacteristic
    {
        None = 0,
        Identity = 1,
        Status = 2,
        Event = 3,
        Alarms = 4,
        Session = 5,
        Command = 6,
        Data = 7,
        Measurements = 8,
        Manufacturer = 9,
        Model = 10,
        FirmwareRevision = 11,
        BatteryLevel = 12,
    }
}
