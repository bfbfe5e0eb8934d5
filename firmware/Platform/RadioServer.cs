using System;
using Haip.Core.Ports;
using Haip.Core.Protocol;
using nanoFramework.Device.Bluetooth;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;
using GattCharacteristic = Haip.Core.Protocol.GattCharacteristic;

namespace Haip.Firmware.Platform
{
    /// <summary>The pump's Bluetooth: offers the rows of the GATT table, keeps the mailbox told of the link, and pairs when a person wants it.</summary>
    /// <remarks>
    /// Nothing that happens here stops the pump: without a radio it delivers as before. What the platform says of pairing is of whoever
    /// was there last, so the mailbox is told anew with every link, and takes a link for authenticated only when its own pairing or
    /// its own key said so.
    /// </remarks>
    public sealed class RadioServer : IRadioLink
    {
        private readonly Mailbox _mailbox;
        private readonly RadioCharacteristic[] _characteristics = new RadioCharacteristic[GattTable.Rows.Length];
        private readonly PairingWindow _window;
        private readonly AnswerGuard _guard = new AnswerGuard();
        private BluetoothLEServer _server;

        /// <param name="random">Of passkeys.</param>
        public RadioServer(Mailbox mailbox, IRandomSource random)
        {
            _mailbox = mailbox;
            _window = new PairingWindow(random);
        }

        /// <summary>What a person at the pump must see to pair; null when nothing.</summary>
        public string Notice => _window.Notice;

        /// <summary>Starts the stack and advertises the pump's own service.</summary>
        /// <param name="name">What people choose from in their browser. Nothing of the patient.</param>
        /// <returns>False when there is no radio: the pump works without.</returns>
        public bool TryStart(string name)
        {
            try
            {
                _server = BluetoothLEServer.Instance;
                _server.DeviceName = name;
                _server.Pairing.IOCapabilities = DevicePairingIOCapabilities.DisplayOnly;
                _server.Pairing.ProtectionLevel = DevicePairingProtectionLevel.EncryptionAndAuthentication;
                _server.Pairing.AllowBonding = true;
                _server.Pairing.PairingRequested += OnPairingRequested;
                _server.Pairing.PairingComplete += OnPairingComplete;
                _server.Session.SessionStatusChanged += OnSessionChanged;
                _server.Session.MaxPduSizeChanged += OnFrameLengthChanged;
                _server.Start();
                Offer().StartAdvertising(new GattServiceProviderAdvertisingParameters { IsConnectable = true, IsDiscoverable = true });
                return true;
            }
            catch (Exception)
            {
                return false;
            }
        }

        /// <summary>A person at the pump wants to pair a programmer.</summary>
        public void OpenPairing(long nowMs) => _window.Open(nowMs);

        /// <summary>After every beat.</summary>
        public void Beat(long nowMs)
        {
            _guard.Beat();
            _window.Tick(nowMs);
        }

        /// <inheritdoc/>
        public bool Notify(GattCharacteristic characteristic, byte[] frame, int length)
        {
            RadioCharacteristic target = _characteristics[(int)characteristic - 1];

            try
            {
                return target != null && target.Notify(frame, length);
            }
            catch (Exception)
            {
                return false; // offered again
            }
        }

        // A service for each new UUID of the table, in its order. The pump's own comes first: the platform adds its own Device
        // Information to the first, and the table's takes its place.
        private GattServiceProvider Offer()
        {
            GattServiceProvider first = null;
            GattServiceProvider current = null;

            for (int i = 0; i < GattTable.Rows.Length; i++)
            {
                GattRow row = GattTable.Rows[i];

                if (current == null || row.ServiceUuid != GattTable.Rows[i - 1].ServiceUuid)
                {
                    current = GattServiceProvider.Create(new Guid(row.ServiceUuid)).ServiceProvider;
                    first = first == null ? current : first;
                }

                _characteristics[i] = new RadioCharacteristic(current.Service, row, _mailbox, _guard);
            }

            return first;
        }

        private void OnSessionChanged(object sender, GattSessionStatusChangedEventArgs args)
        {
            _window.End(false);

            if (args.Status == GattSessionStatus.Active)
            {
                _mailbox.Connected();
            }
            else
            {
                _mailbox.Disconnected();
            }
        }

        private void OnFrameLengthChanged(object sender, EventArgs args) =>
            _mailbox.FrameLengthChanged(_server.Session.MaxMtuSize - GattTable.AttHeaderLength);

        // Outside the window it stays without an answer, and fails.
        private void OnPairingRequested(object sender, DevicePairingRequestedEventArgs args)
        {
            try
            {
                if (args.PairingKind == DevicePairingKinds.DisplayPin && _guard.InTime() && _window.TryBegin(out int passkey))
                {
                    args.Accept(passkey);
                }
            }
            catch (Exception)
            {
                _window.End(false); // the event thread must go on
            }
        }

        // Raised by every change of encryption, also when a central comes back with the key of an earlier time.
        private void OnPairingComplete(object sender, DevicePairingEventArgs args)
        {
            bool authenticated = args.Status == DevicePairingResultStatus.Paired && _server.Pairing.IsAuthenticated;
            _window.End(authenticated);
            _mailbox.SecurityChanged(authenticated);
        }
    }
}
