using Haip.Core.Ports;

namespace Haip.Drivers
{
    /// <summary>Maxim MAX17048 fuel gauge: voltage and charge of one lithium cell, estimated from the voltage alone.</summary>
    /// <remarks>
    /// Registers after data sheet 19-6171, Linux drivers/power/supply/max17040_battery.c and Adafruit_MAX1704X; each has 16 bits,
    /// most significant first. The answer carries no check byte, so every read runs on to the version register: a frame
    /// whose version is wrong is no reading.
    /// </remarks>
    public sealed class Max17048FuelGauge : IPart
    {
        public const byte I2cAddress = 0x36;

        /// <summary>The first estimate comes this long after the gauge got its supply.</summary>
        public const long FirstEstimateMs = 1000;

        private const int LowestMilliVolts = 2500;        // the gauge itself needs this much
        private const int HighestMilliVolts = 4500;       // above any lithium cell on its charger
        private const int FullPermille = 1000;
        private const int HighestPermille = 1200;         // the estimate runs over 100 % after a long charge

        private static readonly byte[] s_stayAwake = { 0x0A, 0x00, 0x00 }; // HIBRT: never hibernate
        private static readonly byte[] s_voltage = { 0x02 };

        private readonly II2cBus _bus;
        private readonly byte[] _frame = new byte[8];     // VCELL, SOC, MODE (not used), VERSION
        private bool _started;
        private long _readableAtMs;

        public Max17048FuelGauge(II2cBus bus) => _bus = bus;

        /// <summary>Leaves the gauge alone.</summary>
        /// <remarks>Its reset would throw the charge estimate away and begin a new one from the voltage of a loaded cell, and is not even acknowledged.</remarks>
        public bool TryReset() => true;

        /// <summary>Checks the version and keeps the gauge awake.</summary>
        /// <remarks>Hibernating it would answer with voltages up to 45 s old. Awake it takes 23 µA.</remarks>
        public bool TryStart(long nowMs)
        {
            _readableAtMs = nowMs + FirstEstimateMs;
            _started = TryReadFrame() && _bus.Write(I2cAddress, s_stayAwake, s_stayAwake.Length);
            return _started;
        }

        /// <summary>Reads the newest estimate, at most half a second old.</summary>
        /// <param name="cellMilliVolts">2500 to 4500. 0 when the call returns false.</param>
        /// <param name="chargePermille">0 to 1000. 0 when the call returns false.</param>
        /// <returns>False when the gauge did not answer, answered with another version, has no estimate yet or gave a value out of range. One that was lost is started again by the next call.</returns>
        public bool TryRead(long nowMs, out int cellMilliVolts, out int chargePermille)
        {
            cellMilliVolts = 0;
            chargePermille = 0;

            if (!_started)
            {
                TryStart(nowMs);
                return false;
            }

            if (!TryReadFrame())
            {
                _started = false; // it may have lost its supply: then it hibernates again and has no estimate yet
                return false;
            }

            int milliVolts = (_frame[0] << 8 | _frame[1]) * 5 / 64;        // 78.125 µV a count
            int permille = (_frame[2] << 8 | _frame[3]) * 10 / 256;        // 1/256 % a count

            if (nowMs < _readableAtMs
                || milliVolts < LowestMilliVolts
                || milliVolts > HighestMilliVolts
                || permille > HighestPermille)
            {
                return false;
            }

            cellMilliVolts = milliVolts;
            chargePermille = permille > FullPermille ? FullPermille : permille;
            return true;
        }

        private bool TryReadFrame() =>
            _bus.WriteRead(I2cAddress, s_voltage, s_voltage.Length, _frame, _frame.Length)
            && _frame[6] == 0x00
            && (_frame[7] & 0xF0) == 0x10; // version 0x001x; the last digit is the mask revision
    }
}
