using System;
using Haip.Core.Protocol;
using nanoFramework.Device.Bluetooth;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;
using Buffer = nanoFramework.Device.Bluetooth.Buffer;

namespace Haip.Firmware.Platform
{
    /// <summary>One row of the GATT table on the platform: reads and writes are answered from the mailbox at once, notifications go out.</summary>
    /// <remarks>
    /// Reads and writes come on the platform's event thread, which an exception would end: one that happens leaves its request without an
    /// answer. Notifications are sent by the pump's thread.
    /// </remarks>
    public sealed class RadioCharacteristic
    {
        private const byte Busy = 0x80; // the first code that the Core Specification leaves to applications

        private readonly GattRow _row;
        private readonly Mailbox _mailbox;
        private readonly AnswerGuard _guard;
        private readonly GattLocalCharacteristic _local;
        private readonly byte[] _read;
        private readonly byte[] _sent;
        private readonly Buffer _sending;

        /// <summary>Adds the characteristic of a row to its service.</summary>
        public RadioCharacteristic(GattLocalService service, GattRow row, Mailbox mailbox, AnswerGuard guard)
        {
            _row = row;
            _mailbox = mailbox;
            _guard = guard;
            _read = new byte[row.Length];
            _sent = new byte[row.Length];
            _sending = new Buffer(_sent);

            // What the platform guards: encrypted, with a key that came out of a pairing with a passkey. It guards no subscription.
            GattProtectionLevel level = row.Protection == GattProtection.Open ? GattProtectionLevel.Plain : GattProtectionLevel.EncryptionAndAuthenticationRequired;

            _local = service.CreateCharacteristic(new Guid(row.Uuid), new GattLocalCharacteristicParameters
            {
                CharacteristicProperties = Properties(row),
                ReadProtectionLevel = level,
                WriteProtectionLevel = level,
                UserDescription = row.Name,
            }).Characteristic;

            if (row.CanRead)
            {
                _local.ReadRequested += OnRead;
            }

            if (row.CanWrite)
            {
                _local.WriteRequested += OnWrite;
            }
        }

        /// <summary>Sends the first bytes of a frame to whoever subscribed, if the link is authenticated.</summary>
        /// <returns>False when it did not leave.</returns>
        public bool Notify(byte[] frame, int length)
        {
            if (!_mailbox.Authenticated || length > _sent.Length)
            {
                return false;
            }

            Array.Copy(frame, 0, _sent, 0, length);
            _sending.Length = (uint)length;
            GattClientNotificationResult[] results = _local.NotifyValue(_sending);
            return results.Length > 0 && results[0].Status == GattCommunicationStatus.Success;
        }

        private static GattCharacteristicProperties Properties(GattRow row) =>
            (row.CanRead ? GattCharacteristicProperties.Read : GattCharacteristicProperties.None)
            | (row.CanWrite ? GattCharacteristicProperties.Write : GattCharacteristicProperties.None)
            | (row.CanNotify ? GattCharacteristicProperties.Notify : GattCharacteristicProperties.None);

        private void OnRead(GattLocalCharacteristic sender, GattReadRequestedEventArgs args)
        {
            try
            {
                if (!_guard.InTime())
                {
                    return;
                }

                int length = _mailbox.Read(_row.Characteristic, _read);

                if (length > 0)
                {
                    args.GetRequest().RespondWithValue(new Buffer(_read) { Length = (uint)length });
                }
                else
                {
                    bool open = _row.Protection == GattProtection.Open || _mailbox.Authenticated;
                    args.GetRequest().RespondWithProtocolError(open ? GattProtocolError.UnlikelyError : GattProtocolError.InsufficientAuthentication);
                }
            }
            catch (Exception)
            {
                // The platform answers with an error when its time is over.
            }
        }

        private void OnWrite(GattLocalCharacteristic sender, GattWriteRequestedEventArgs args)
        {
            try
            {
                if (!_guard.InTime())
                {
                    return;
                }

                GattWriteRequest request = args.GetRequest();
                var data = new byte[request.Value.Length];
                DataReader.FromBuffer(request.Value).ReadBytes(data);
                WriteAnswer answer = _mailbox.Write(_row.Characteristic, data, data.Length);

                if (answer == WriteAnswer.Taken)
                {
                    request.Respond();
                }
                else
                {
                    request.RespondWithProtocolError(Error(answer));
                }
            }
            catch (Exception)
            {
                // The platform answers with an error when its time is over.
            }
        }

        private static byte Error(WriteAnswer answer) => answer switch
        {
            WriteAnswer.Busy => Busy,
            WriteAnswer.BadLength => GattProtocolError.InvalidAttributeValueLength,
            WriteAnswer.NotAuthenticated => GattProtocolError.InsufficientAuthentication,
            _ => GattProtocolError.WriteNotPermitted,
        };
    }
}
