namespace Haip.Core.Protocol
{
    /// <summary>One row of <see cref="GattTable"/>.</summary>
    public sealed class GattRow
    {
        public readonly GattCharacteristic Characteristic;
        public readonly string ServiceUuid;
        public readonly string Uuid;
        public readonly GattProperties Properties;
        public readonly GattProtection Protection;

        /// <summary>No value and no frame is longer.</summary>
        public readonly int Length;

        /// <summary>For people, and for the characteristic's user description.</summary>
        public readonly string Name;
        public readonly string Description;

        public GattRow(GattCharacteristic characteristic, string serviceUuid, string uuid, GattProperties properties, GattProtection protection, int length, string name, string description)
        {
            Characteristic = characteristic;
            ServiceUuid = serviceUuid;
            Uuid = uuid;
            Properties = properties;
            Protection = protection;
            Length = length;
            Name = name;
            Description = description;
        }

        public bool CanRead => (Properties & GattProperties.Read) != 0;

        public bool CanWrite => (Properties & GattProperties.Write) != 0;

        public bool CanNotify => (Properties & GattProperties.Notify) != 0;
    }
}
