using System;
using System.IO.Ports;
using Haip.Board;
using Haip.Core.Ports;
using nanoFramework.Hardware.Esp32;

namespace Haip.Firmware.Platform
{
    /// <summary>The wire over which a pump is given its card when it is brought up: 115,200 baud, 8 data bits, no parity, into the pump only.</summary>
    /// <remarks>
    /// The debug port cannot do it: it belongs to the debugger, and the platform has no input from there. A port that does not open takes nothing
    /// from the pump. nf-interpreter, targets/ESP32/_nanoCLR/System.IO.Ports: a port without a pin for sending does not open, and what is there
    /// already is read without waiting.
    /// </remarks>
    public sealed class CardPort : ISerialInput
    {
        private const string Name = "COM2";
        private const int Baud = 115_200;

        private SerialPort _port;

        public CardPort(PinMap map)
        {
            try
            {
                Configuration.SetPinFunction(map.CardData, DeviceFunction.COM2_RX);
                Configuration.SetPinFunction(map.CardUnused, DeviceFunction.COM2_TX);
                _port = new SerialPort(Name, Baud);
                _port.Open();
            }
            catch (Exception)
            {
                _port = null;
            }
        }

        /// <inheritdoc/>
        public int Read(byte[] buffer)
        {
            try
            {
                int count = _port == null ? 0 : _port.BytesToRead;
                count = count < buffer.Length ? count : buffer.Length;
                return count == 0 ? 0 : _port.Read(buffer, 0, count);
            }
            catch (Exception)
            {
                _port = null; // the pump goes on without it
                return 0;
            }
        }
    }
}
