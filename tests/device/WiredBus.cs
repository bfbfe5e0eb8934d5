#if BOARD
using System;
using System.Device.I2c;
using Haip.Core.Ports;

namespace Haip.DeviceTests
{
    /// <summary>One of the chip's buses at 100 kHz, with a device made for each transfer: slow, and enough for a look at the parts.</summary>
    public sealed class WiredBus : II2cBus
    {
        private readonly int _busId;

        public WiredBus(int busId) => _busId = busId;

        public bool Write(byte address, byte[] data, int length) => Transfer(address, new SpanByte(data, 0, length), SpanByte.Empty);

        public bool Read(byte address, byte[] buffer, int length) => Transfer(address, SpanByte.Empty, new SpanByte(buffer, 0, length));

        public bool WriteRead(byte address, byte[] data, int dataLength, byte[] buffer, int bufferLength) =>
            Transfer(address, new SpanByte(data, 0, dataLength), new SpanByte(buffer, 0, bufferLength));

        private bool Transfer(byte address, SpanByte data, SpanByte buffer)
        {
            try
            {
                using I2cDevice device = I2cDevice.Create(new I2cConnectionSettings(_busId, address, I2cBusSpeed.StandardMode));
                I2cTransferResult result = buffer.Length == 0 ? device.Write(data) : data.Length == 0 ? device.Read(buffer) : device.WriteRead(data, buffer);
                return result.Status == I2cTransferStatus.FullTransfer;
            }
            catch (Exception)
            {
                return false; // the drivers know one kind of failure
            }
        }
    }
}
#endif
