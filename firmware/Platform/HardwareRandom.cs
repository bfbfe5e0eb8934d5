using System;
using Haip.Core.Ports;

namespace Haip.Firmware.Platform
{
    /// <summary>The chip's random number generator.</summary>
    /// <remarks>
    /// Without a seed the platform's Random is esp_random (nf-interpreter, targets/ESP32/_nanoCLR/targetRandom.cpp). That is noise only
    /// while the radio runs, and otherwise a computed sequence: nothing is asked of it before the radio was started.
    /// </remarks>
    public sealed class HardwareRandom : IRandomSource
    {
        private readonly Random _random = new Random();

        /// <inheritdoc/>
        public void Fill(byte[] buffer) => _random.NextBytes(buffer);
    }
}
