using Haip.Core.Ports;

namespace Haip.Drivers
{
    /// <summary>Avia HX711 bridge converter, channel A, gain 128, 10 samples a second, behind a serial port used as a bit train.</summary>
    /// <remarks>
    /// Facts from the HX711 data sheet. Wiring: MOSI drives PD_SCK, MISO reads DOUT, the port's own clock goes nowhere; mode 0, most
    /// significant bit first. A one bit followed by a zero bit is one clock pulse. PD_SCK may be high for 0.2 to 50 us (above 60 us
    /// is power-down) and DOUT follows within 0.1 us, so the port must run at <see cref="SpiClockHz"/>, and MOSI must rest low:
    /// every transfer ends with zeros. Sending only zeros makes no pulse, yet samples DOUT: that is how readiness is seen.
    /// The part has no identity and no check byte. What is checked: DOUT low before the train, high after its 25th pulse.
    /// </remarks>
    public sealed class Hx711LoadCell : IPart
    {
        /// <summary>One bit is 1.4 us. Below 20 kHz a pulse is too long; above 1.5 MHz the reset train is too short.</summary>
        public const int SpiClockHz = 700000;

        private const int DataBits = 24;
        private const int Highest = 0x7FFFFF;
        private const int Lowest = -0x800000;
        private const byte ReadyLow = 0x00;

        // 25 pulses: 24 bits, and one that chooses channel A at gain 128 for the next sample and lifts DOUT. Six zeros are left over.
        private static readonly byte[] s_train = { 0xAA, 0xAA, 0xAA, 0xAA, 0xAA, 0xAA, 0x80 };

        // High for 137 us, then low: power-down and restart, which takes 400 ms to the first sample.
        private static readonly byte[] s_reset = { 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x00 };

        private static readonly byte[] s_look = { 0x00 };

        private readonly ISpiBus _bus;
        private readonly byte[] _level = new byte[1];
        private readonly byte[] _frame = new byte[7];
        private readonly byte[] _ignored = new byte[13];

        public Hx711LoadCell(ISpiBus bus) => _bus = bus;

        /// <summary>When the last successful read was made; its sample ended at most 100 ms earlier, for the part overwrites unread ones.</summary>
        public long SampledAtMs { get; private set; }

        /// <summary>Powers the part down and up again by its clock pin.</summary>
        /// <returns>False when the port failed. The part itself cannot answer.</returns>
        public bool TryReset() => _bus.Transfer(s_reset, _ignored);

        /// <summary>Leaves the clock pin low, which is all that the part needs to convert.</summary>
        /// <returns>False when the port failed. An absent part shows only by never being ready.</returns>
        public bool TryStart(long nowMs) => _bus.Transfer(s_look, _level);

        /// <summary>Fetches a sample if there is a new one.</summary>
        /// <param name="counts">Signed bridge voltage; 0.5 / 128 of the excitation is 2^23. 0 when the call returns false.</param>
        /// <returns>False when no new sample was ready, the train was out of step or the converter saturated.</returns>
        public bool TryRead(long nowMs, out int counts)
        {
            counts = 0;

            if (!_bus.Transfer(s_look, _level) || _level[0] != ReadyLow)
            {
                return false;
            }

            // The last seven samples are the 25th pulse and the zeros: DOUT must be high in all, or what came was not this sample.
            if (!_bus.Transfer(s_train, _frame) || (_frame[6] & 0x7F) != 0x7F)
            {
                return false;
            }

            int value = 0;

            // Two samples a pulse; the second, with the clock low again, is a bit time clear of the edge that changes DOUT.
            for (int i = 0; i < DataBits; i++)
            {
                value = (value << 1) | ((_frame[i >> 2] >> (6 - ((i & 3) << 1))) & 1);
            }

            value = (value << 8) >> 8; // sign of 24 bits

            if (value == Highest || value == Lowest)
            {
                return false;
            }

            counts = value;
            SampledAtMs = nowMs;
            return true;
        }
    }
}
