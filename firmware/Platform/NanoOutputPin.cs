using System.Device.Gpio;
using Haip.Core.Ports;

namespace Haip.Firmware.Platform
{
    /// <summary>One GPIO as output, low from the moment it is opened.</summary>
    public sealed class NanoOutputPin : IOutputPin
    {
        private readonly GpioPin _pin;

        // PinValue is a struct: each use of PinValue.High would leave one on the heap.
        private readonly PinValue _high = PinValue.High;
        private readonly PinValue _low = PinValue.Low;

        /// <exception cref="System.Exception">The pin does not exist, cannot drive or is open already.</exception>
        public NanoOutputPin(GpioController gpio, int pinNumber)
        {
            _pin = gpio.OpenPin(pinNumber, PinMode.Output);
            _pin.Write(_low);
        }

        /// <inheritdoc/>
        public void Write(bool high) => _pin.Write(high ? _high : _low);
    }
}
