using System;
using System.Device.Gpio;
using Haip.Board;
using Haip.Core.Log;
using Iot.Device.Button;

namespace Haip.Firmware.Platform
{
    /// <summary>The button on the panel: a short press acknowledges, one of two seconds lets a programmer pair, one of five halts.</summary>
    /// <remarks>
    /// Press and hold are told apart by the binding's base class. Its GpioButton is not used: without an internal pull-up (GPIO 34
    /// has none) it takes a falling edge for a release, and it debounces presses but not releases, so that a bounce looks like a
    /// short press of a button that is held. The platform's own filter of the pin does both edges. Events come on other threads and
    /// only set flags. A halt is not left to events, of which one may be lost: the pump counts how long the pin itself is low.
    /// </remarks>
    public sealed class PanelButton : ButtonBase
    {
        private const int DebounceMs = 20;
        private const int DoublePressMs = 600;
        private const int HoldMs = 2_000;

        private readonly SafeStop _stop;
        private readonly GpioPin _pin; // kept: a pin that nobody refers to is collected, and its events with it
        private bool _held;
        private bool _acknowledged;
        private bool _pairing;

        /// <param name="stop">Asked when an event handler fails: an exception there would end in silence.</param>
        public PanelButton(GpioController gpio, int pinNumber, SafeStop stop)
            : base(TimeSpan.FromMilliseconds(DoublePressMs), TimeSpan.FromMilliseconds(HoldMs))
        {
            _stop = stop;
            IsHoldingEnabled = true;
            Holding += OnHolding;
            Press += OnPress;

            _pin = gpio.OpenPin(pinNumber, PinMode.Input);
            _pin.DebounceTimeout = TimeSpan.FromMilliseconds(DebounceMs);
            _pin.ValueChanged += OnValueChanged;
        }

        /// <summary>Held down now, or stuck. For the thread that owns the pins.</summary>
        public bool Down => _pin.Read() == PinValue.Low;

        /// <summary>Whether a person pressed since the last call. Two presses in one tick are one.</summary>
        public bool TakeAcknowledge()
        {
            bool acknowledged = _acknowledged;

            if (acknowledged)
            {
                _acknowledged = false;
            }

            return acknowledged;
        }

        /// <summary>Whether a person held it for two seconds since the last call.</summary>
        public bool TakePairing()
        {
            bool pairing = _pairing;

            if (pairing)
            {
                _pairing = false;
            }

            return pairing;
        }

        private void OnValueChanged(object sender, PinValueChangedEventArgs e)
        {
            try
            {
                if (e.ChangeType == PinEventTypes.Falling)
                {
                    HandleButtonPressed();
                }
                else
                {
                    HandleButtonReleased();
                }
            }
            catch (Exception)
            {
                _stop.Ask(StopReason.Button);
            }
        }

        // After two seconds, while the button is still down, and once more when it is released.
        private void OnHolding(object sender, ButtonHoldingEventArgs e)
        {
            _held = e.HoldingState == ButtonHoldingState.Started;
            _pairing |= _held;
        }

        // Comes with every release, before the end of a hold.
        private void OnPress(object sender, EventArgs e)
        {
            _acknowledged |= !_held;
        }
    }
}
