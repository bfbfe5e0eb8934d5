using System;
using System.Device.I2c;
using Haip.Core.Ports;

namespace Haip.Firmware.Platform
{
    /// <summary>One of the chip's I²C controllers at 100 kHz, for a fixed set of addresses.</summary>
    /// <remarks>
    /// The platform reports an absent part in a status and not by an exception, and leaves the buffer as it was; other failures do
    /// throw. Here both are a false. A transfer blocks the whole interpreter for up to a second while a line is held low, so a bus
    /// that did this is left alone for a while: alarms and buttons go on, and the watchdog, which bites earlier, has the pump.
    /// </remarks>
    public sealed class NanoI2cBus : II2cBus
    {
        private const int AddressCount = 128;
        private const int RestAfterStallMs = 500;

        private readonly MicrosecondClock _clock;
        private readonly I2cDevice[] _devices;
        private readonly byte[] _slots = new byte[AddressCount]; // of _devices plus one; 0 is refused
        private bool _resting;
        private long _restUntilMs;

        /// <param name="busId">1 or 2; its pins have their function already.</param>
        /// <param name="addresses">All that will ever be spoken to.</param>
        public NanoI2cBus(int busId, byte[] addresses, MicrosecondClock clock)
        {
            _clock = clock;
            _devices = new I2cDevice[addresses.Length];

            for (int i = 0; i < addresses.Length; i++)
            {
                // One speed for all: the device created last would set it for the whole bus.
                _devices[i] = I2cDevice.Create(new I2cConnectionSettings(busId, addresses[i], I2cBusSpeed.StandardMode));
                _slots[addresses[i]] = (byte)(i + 1);
            }
        }

        /// <summary>Transfers that failed since the start, absent parts included.</summary>
        public int FaultCount { get; private set; }

        /// <summary>The platform's own object, for a binding that insists on it.</summary>
        public I2cDevice Device(byte address) => _devices[_slots[address] - 1];

        /// <inheritdoc/>
        public bool Write(byte address, byte[] data, int length) => Transfer(address, data, length, null, 0);

        /// <inheritdoc/>
        public bool Read(byte address, byte[] buffer, int length) => Transfer(address, null, 0, buffer, length);

        /// <inheritdoc/>
        public bool WriteRead(byte address, byte[] data, int dataLength, byte[] buffer, int bufferLength) =>
            Transfer(address, data, dataLength, buffer, bufferLength);

        private bool Transfer(byte address, byte[] data, int dataLength, byte[] buffer, int bufferLength)
        {
            if (address >= AddressCount || _slots[address] == 0 || IsResting())
            {
                FaultCount++;
                return false;
            }

            I2cTransferStatus status = I2cTransferStatus.UnknownError;

            try
            {
                status = Run(_devices[_slots[address] - 1], data, dataLength, buffer, bufferLength);
            }
            catch (Exception)
            {
                // A driver error is a failed transfer like any other.
            }

            if (status == I2cTransferStatus.FullTransfer)
            {
                return true;
            }

            FaultCount++;

            if (status == I2cTransferStatus.ClockStretchTimeout)
            {
                _resting = true;
                _restUntilMs = _clock.NowMs + RestAfterStallMs;
            }

            return false;
        }

        private static I2cTransferStatus Run(I2cDevice device, byte[] data, int dataLength, byte[] buffer, int bufferLength)
        {
            if (buffer == null)
            {
                return device.Write(new SpanByte(data, 0, dataLength)).Status;
            }

            if (data == null)
            {
                return device.Read(new SpanByte(buffer, 0, bufferLength)).Status;
            }

            return device.WriteRead(new SpanByte(data, 0, dataLength), new SpanByte(buffer, 0, bufferLength)).Status;
        }

        private bool IsResting()
        {
            if (_resting && _clock.NowMs >= _restUntilMs)
            {
                _resting = false;
            }

            return _resting;
        }
    }
}
