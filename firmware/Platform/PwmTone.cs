using System;
using System.Device.Pwm;
using Haip.Core.Ports;

namespace Haip.Firmware.Platform
{
    /// <summary>A passive piezo on a PWM output. The tone goes on without the processor.</summary>
    public sealed class PwmTone : IToneOutput
    {
        private const int FirstHz = 400;
        private const double HalfDuty = 0.5;

        private readonly PwmChannel _channel;
        private bool _playing;

        /// <exception cref="InvalidOperationException">The pin was not given a PWM function before.</exception>
        public PwmTone(int pinNumber)
        {
            // The platform answers null, not an exception, for a pin without PWM: an alarm nobody hears must be found at start.
            _channel = PwmChannel.CreateFromPin(pinNumber, FirstHz, HalfDuty) ?? throw new InvalidOperationException();
        }

        /// <inheritdoc/>
        public void Play(int frequencyHz)
        {
            if (frequencyHz > 0)
            {
                _channel.Frequency = frequencyHz;
            }

            if (frequencyHz > 0 && !_playing)
            {
                _channel.Start();
            }
            else if (frequencyHz <= 0 && _playing)
            {
                _channel.Stop();
            }

            _playing = frequencyHz > 0;
        }
    }
}
