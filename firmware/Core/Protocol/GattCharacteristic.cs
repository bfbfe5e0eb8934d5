namespace Haip.Core.Protocol
{
    /// <summary>The rows of <see cref="GattTable"/>. The first seven numbers are part of the characteristic's UUID: never reuse one.</summary>
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
        Manufacturer = 8,
        Model = 9,
        FirmwareRevision = 10,
        BatteryLevel = 11,
    }
}
