namespace Haip.Core.Protocol
{
    /// <summary>Everything that the pump offers over the radio. Documents and the programmer's constants are printed from here.</summary>
    /// <remarks>
    /// The pump's own service has its own 128-bit UUID: it is no insulin pump and must not be driven by an application for one. The
    /// serial number stands in Identity, because browsers refuse to read 0x2A25.
    /// </remarks>
    public static class GattTable
    {
        /// <summary>The pump's own service: the one that is advertised.</summary>
        public const string ServiceUuid = "48410000-5c9a-4e1d-ab6f-70c2d15f3e88";

        public const string DeviceInformationUuid = "0000180a-0000-1000-8000-00805f9b34fb";
        public const string BatteryUuid = "0000180f-0000-1000-8000-00805f9b34fb";

        /// <summary>The longest frame in either direction.</summary>
        public const int LongestFrameLength = 100;

        /// <summary>What a notification carries before the two sides have agreed on more: an MTU of 23.</summary>
        public const int ShortestFrameLength = 20;

        /// <summary>What is not agreed on costs three bytes of every packet: operation and handle.</summary>
        public const int AttHeaderLength = 3;

        private const GattProperties Read = GattProperties.Read;
        private const GattProperties Write = GattProperties.Write;
        private const GattProperties Notify = GattProperties.Notify;
        private const GattProtection Open = GattProtection.Open;
        private const GattProtection Authenticated = GattProtection.Authenticated;

#pragma warning disable format // columns
        public static readonly GattRow[] Rows =
        {
            new(GattCharacteristic.Identity,         ServiceUuid,           "48410001-5c9a-4e1d-ab6f-70c2d15f3e88", Read,                  Open,          IdentityMessage.Length, "Identity", "protocol version, serial number, number of the key that opens a session"),
            new(GattCharacteristic.Status,           ServiceUuid,           "48410002-5c9a-4e1d-ab6f-70c2d15f3e88", Read | Notify,         Authenticated, StatusMessage.Length, "Status", "what the pump does and has done; once a second"),
            new(GattCharacteristic.Event,            ServiceUuid,           "48410003-5c9a-4e1d-ab6f-70c2d15f3e88", Read | Notify,         Authenticated, EventFlags.Length, "Event", "what has changed since a programmer last said that it knew"),
            new(GattCharacteristic.Alarms,           ServiceUuid,           "48410004-5c9a-4e1d-ab6f-70c2d15f3e88", Read | Write | Notify, Authenticated, LongestFrameLength, "Alarms", "read: all that stand; notified: one that was raised, changed or cleared, until its receipt is written"),
            new(GattCharacteristic.Session,          ServiceUuid,           "48410005-5c9a-4e1d-ab6f-70c2d15f3e88", Write | Notify,        Authenticated, ChallengeFrame.Length, "Session", "proof of the clinician's key and of the pump's"),
            new(GattCharacteristic.Command,          ServiceUuid,           "48410006-5c9a-4e1d-ab6f-70c2d15f3e88", Write | Notify,        Authenticated, LongestFrameLength, "Command", "commands of an open session, and their answers"),
            new(GattCharacteristic.Data,             ServiceUuid,           "48410007-5c9a-4e1d-ab6f-70c2d15f3e88", Notify,                Authenticated, LongestFrameLength, "Data", "records of the log, when a command asks for them"),
            new(GattCharacteristic.Measurements,     ServiceUuid,           "48410008-5c9a-4e1d-ab6f-70c2d15f3e88", Read | Notify,         Authenticated, MeasurementsMessage.Length, "Measurements", "what the sensors say of catheter, reservoir and surroundings; once a second"),
            new(GattCharacteristic.Manufacturer,     DeviceInformationUuid, "00002a29-0000-1000-8000-00805f9b34fb", Read,                  Open,           20, "Manufacturer Name String", "UTF-8"),
            new(GattCharacteristic.Model,            DeviceInformationUuid, "00002a24-0000-1000-8000-00805f9b34fb", Read,                  Open,           20, "Model Number String", "UTF-8"),
            new(GattCharacteristic.FirmwareRevision, DeviceInformationUuid, "00002a26-0000-1000-8000-00805f9b34fb", Read,                  Open,           20, "Firmware Revision String", "UTF-8"),
            new(GattCharacteristic.BatteryLevel,     BatteryUuid,           "00002a19-0000-1000-8000-00805f9b34fb", Read | Notify,         Authenticated,   1, "Battery Level", "percent; the alarm of a battery that ends is an alarm"),
        };
#pragma warning restore format

        /// <summary>The row of a characteristic.</summary>
        /// <returns>null when there is none.</returns>
        public static GattRow Find(GattCharacteristic characteristic)
        {
            int place = (int)characteristic - 1;
            return place >= 0 && place < Rows.Length ? Rows[place] : null;
        }
    }
}
