using Haip.Core.Ports;

namespace Haip.Drivers
{
    /// <summary>TI TMP117 thermometer, within 0.1 °C from -20 to 50 °C.</summary>
    /// <remarks>
    /// Registers after data sheet SNOSD82D and Linux drivers/iio/temperature/tmp117.c; each has 16 bits, most significant first.
    /// The answer carries no check byte. Every read begins with the configuration register instead: it must be what was
    /// written, and its data-ready flag, which this read clears, says whether the result is new.
    /// </remarks>
    public sealed class Tmp117TemperatureSensor : IPart
    {
        /// <summary>A temperature older than this is thrown away: three conversions were then missed.</summary>
        public const long MaxAgeMs = 3000;

        private const int DeviceId = 0x117;               // low 12 bits; the upper 4 are the revision
        private const int Configuration = 0x0220;         // continuous, one conversion a second, mean of 8; also the factory default
        private const int ConfigurationBits = 0x0FFC;     // without the flags, the reset bit and the unused bit 0
        private const int DataReady = 0x2000;
        private const int LowestMilliC = -55000;          // the part's own range; -256 °C (0x8000) is "no conversion yet"
        private const int HighestMilliC = 150000;

        private static readonly byte[] s_reset = { 0x01, 0x00, 0x02 };
        private static readonly byte[] s_configure = { 0x01, Configuration >> 8, Configuration & 0xFF };
        private static readonly byte[] s_result = { 0x00 };
        private static readonly byte[] s_configuration = { 0x01 };
        private static readonly byte[] s_deviceId = { 0x0F };

        private readonly II2cBus _bus;
        private readonly byte _address;
        private readonly byte[] _register = new byte[2];
        private bool _held;
        private int _heldMilliC;
        private long _heldAtMs;

        /// <param name="address">0x48 to 0x4B: where the part's ADD0 pin is tied to.</param>
        public Tmp117TemperatureSensor(II2cBus bus, byte address)
        {
            _bus = bus;
            _address = address;
        }

        public bool TryReset()
        {
            _held = false;
            return _bus.Write(_address, s_reset, s_reset.Length);
        }

        /// <summary>Checks the identity and starts continuous conversion. The first result comes 125 ms later.</summary>
        public bool TryStart(long nowMs)
        {
            _held = false;
            return TryReadRegister(s_deviceId, out int id)
                && (id & 0xFFF) == DeviceId
                && _bus.Write(_address, s_configure, s_configure.Length);
        }

        /// <summary>Reads the newest temperature, or the one before while no newer is ready and it is young enough.</summary>
        /// <param name="temperatureMilliC">0 when the call returns false.</param>
        /// <returns>False when the part did not answer, lost its configuration, has not converted yet, or gave nothing new for <see cref="MaxAgeMs"/>.</returns>
        public bool TryRead(long nowMs, out int temperatureMilliC)
        {
            temperatureMilliC = 0;

            if (!TryReadRegister(s_configuration, out int configuration) || (configuration & ConfigurationBits) != Configuration)
            {
                _held = false; // it may have lost its supply: nothing from before is believed
                return false;
            }

            if ((configuration & DataReady) != 0)
            {
                _held = TryReadRegister(s_result, out int counts);
                _heldMilliC = (short)counts * 125 / 16;   // 7.8125 m°C a count
                _heldAtMs = nowMs;
                _held = _held && _heldMilliC >= LowestMilliC && _heldMilliC <= HighestMilliC;
            }

            if (!_held || nowMs - _heldAtMs > MaxAgeMs)
            {
                return false;
            }

            temperatureMilliC = _heldMilliC;
            return true;
        }

        private bool TryReadRegister(byte[] pointer, out int value)
        {
            bool answered = _bus.WriteRead(_address, pointer, pointer.Length, _register, _register.Length);
            value = answered ? _register[0] << 8 | _register[1] : 0;
            return answered;
        }
    }
}
