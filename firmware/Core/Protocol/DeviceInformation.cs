using System;

namespace Haip.Core.Protocol
{
    /// <summary>The texts of the Device Information service, in ASCII. They never change while the pump runs.</summary>
    public static class DeviceInformation
    {
        private const string Manufacturer = "HAIP";
        private const string Model = "Reference pump";

        /// <summary>Publishes all of them. At the start: text is made.</summary>
        public static void Publish(Mailbox mailbox)
        {
            Version version = typeof(DeviceInformation).Assembly.GetName().Version;
            Publish(mailbox, GattCharacteristic.Manufacturer, Manufacturer);
            Publish(mailbox, GattCharacteristic.Model, Model);
            Publish(mailbox, GattCharacteristic.FirmwareRevision, version.Major.ToString() + "." + version.Minor.ToString() + "." + version.Build.ToString());
        }

        private static void Publish(Mailbox mailbox, GattCharacteristic characteristic, string text)
        {
            byte[] bytes = new byte[text.Length];

            for (int i = 0; i < bytes.Length; i++)
            {
                bytes[i] = (byte)text[i];
            }

            mailbox.Publish(characteristic, bytes, bytes.Length);
        }
    }
}
