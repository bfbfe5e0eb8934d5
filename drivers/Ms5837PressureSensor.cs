using Haip.Core.Ports;

namespace Haip.Drivers
{
    /// <summary>TE MS5837-02BA: absolute pressure, 1000 to 120 000 Pa, and temperature, in liquid.</summary>
    /// <remarks>
    /// Commands and compensation: TE data sheet MS5837-02BA (09/2017); second order and version numbers: Blue Robotics
    /// MS5837 library. The part converts one quantity at a time. Each call fetches the conversion that the previous call
    /// started and starts the next: eight pressures, then one temperature.
    /// </remarks>
    public sealed class Ms5837PressureSensor : IPart
    {
        public const byte I2cAddress = 0x76;

        /// <summary>
        /// A pressure is returned until it is this old. No call fails because nothing new was ready; it fails when nothing new
        /// came for this long. <see cref="SampledAtMs"/> tells a new pressure from a repeated one.
        /// </summary>
        public const long MaxAgeMs = 1000;

        /// <summary>A conversion at the highest resolution takes 20.5 ms; the rest covers a clock of whole milliseconds.</summary>
        public const long ConversionMs = 25;

        private const long MaxTemperatureAgeMs = 5000;
        private const int PressuresPerTemperature = 8;
        private const int MinPa = 1000;                  // what the part is specified for
        private const int MaxPa = 120000;

        private static readonly byte[] s_reset = { 0x1E };
        private static readonly byte[] s_convertPressure = { 0x4A };
        private static readonly byte[] s_convertTemperature = { 0x5A };
        private static readonly byte[] s_readAdc = { 0x00 };

        private readonly II2cBus _bus;
        private readonly byte[] _answer = new byte[3];
        private readonly Ms5837Calibration _calibration = new Ms5837Calibration();

        private bool _started;
        private byte[] _converting = s_convertTemperature;
        private long _startedAtMs;
        private long _answeredAtMs;
        private int _pressuresLeft;                         // before the next temperature; 0 = no usable temperature
        private long _temperatureAtMs;
        private bool _sampled;
        private int _pressurePa;

        public Ms5837PressureSensor(II2cBus bus) => _bus = bus;

        /// <summary>When the pressure of the last successful read was taken.</summary>
        public long SampledAtMs { get; private set; }

        /// <summary>Of the sensor, which the liquid surrounds. Holds as long as <see cref="TryRead"/> returns true.</summary>
        public int TemperatureMilliC => _calibration.TemperatureMilliC;

        /// <summary>Makes the part load its calibration.</summary>
        public bool TryReset()
        {
            _started = false;
            _sampled = false;
            return Write(s_reset);
        }

        /// <summary>Reads and checks the calibration and starts the first conversion.</summary>
        public bool TryStart(long nowMs)
        {
            _sampled = false;
            _answeredAtMs = nowMs;
            _started = _calibration.TryLoad(_bus, I2cAddress) && TryConvert(s_convertTemperature, nowMs);
            return _started;
        }

        /// <summary>Does one step and returns the newest pressure. The first comes with the second call after the start.</summary>
        /// <param name="pressurePa">Absolute pressure at <see cref="SampledAtMs"/>. 0 when the call returns false.</param>
        /// <returns>
        /// False when there was no good pressure for <see cref="MaxAgeMs"/>. A part that did not answer for so long may be
        /// another one, with another calibration: it stays lost until <see cref="TryStart"/>.
        /// </returns>
        public bool TryRead(long nowMs, out int pressurePa)
        {
            if (_started && nowMs - _startedAtMs >= ConversionMs)
            {
                Step(nowMs);
            }

            bool valid = _started && _sampled && nowMs - SampledAtMs <= MaxAgeMs;
            pressurePa = valid ? _pressurePa : 0;
            return valid;
        }

        private void Step(long nowMs)
        {
            bool answered = _bus.WriteRead(I2cAddress, s_readAdc, s_readAdc.Length, _answer, _answer.Length);

            // 0 is what the part answers when it converted nothing, for instance because its supply failed meanwhile.
            int counts = answered ? _answer[0] << 16 | _answer[1] << 8 | _answer[2] : 0;

            if (answered)
            {
                _answeredAtMs = nowMs;
            }
            else if (nowMs - _answeredAtMs > MaxAgeMs)
            {
                _started = false;
                return;
            }

            if (counts == 0)
            {
                _pressuresLeft = 0;
            }
            else if (_converting == s_convertTemperature)
            {
                _pressuresLeft = TryTakeTemperature(counts) ? PressuresPerTemperature : 0;
            }
            else
            {
                TakePressure(counts);
                _pressuresLeft--;
            }

            bool usable = _pressuresLeft > 0 && nowMs - _temperatureAtMs <= MaxTemperatureAgeMs;
            TryConvert(usable ? s_convertPressure : s_convertTemperature, nowMs);
        }

        private bool TryTakeTemperature(int counts)
        {
            _temperatureAtMs = _startedAtMs;
            return _calibration.TryTakeTemperature(counts);
        }

        private void TakePressure(int counts)
        {
            long pressurePa = _calibration.PressurePa(counts);

            if (pressurePa >= MinPa && pressurePa <= MaxPa)
            {
                _pressurePa = (int)pressurePa;
                SampledAtMs = _startedAtMs;
                _sampled = true;
            }
        }

        private bool TryConvert(byte[] command, long nowMs)
        {
            _converting = command;
            _startedAtMs = nowMs;
            return Write(command);
        }

        private bool Write(byte[] data) => _bus.Write(I2cAddress, data, data.Length);
    }
}
