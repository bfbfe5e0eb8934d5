using Haip.Core.Ports;

namespace Haip.Drivers
{
    /// <summary>ST LPS22HB barometer: absolute pressure of the air around the pump, 26 000 to 126 000 Pa.</summary>
    /// <remarks>
    /// Registers after the LPS22HB data sheet (DocID027083), ST's lps22hb-pid and Linux drivers/iio/pressure/st_pressure_core.c.
    /// The answer carries no check byte: the reserved bits of the status, which are 0, and the range are all there is to check.
    /// A part that lost its supply sleeps with a plausible 758 hPa in its output registers; only data-ready tells.
    /// </remarks>
    public sealed class Lps22hbPressureSensor : IPart
    {
        /// <summary>With SA0 low; 0x5D with SA0 high.</summary>
        public const byte I2cAddress = 0x5C;

        /// <summary>A sample older than this is thrown away. At 10 Hz, ten of them were then missed.</summary>
        public const long MaxAgeMs = 1000;

        private const int LowestPa = 26000;
        private const int HighestPa = 126000;
        private const byte WhoAmI = 0xB1;
        private const byte PressureReady = 0x01;
        private const byte ReservedStatus = 0xCC;         // the other bits: pressure and temperature, ready and overrun

        private static readonly byte[] s_reset = { 0x11, 0x14 };           // CTRL_REG2: SWRESET, register address increments
        private static readonly byte[] s_configure = { 0x10, 0x2A, 0x10 }; // CTRL_REG1: 10 Hz, low-pass at 1.1 Hz, block data update; CTRL_REG2: power-on value
        private static readonly byte[] s_whoAmI = { 0x0F };
        private static readonly byte[] s_restartFilter = { 0x33 };         // LPFP_RES: reading it starts the filter at the next sample
        private static readonly byte[] s_status = { 0x27 };

        private readonly II2cBus _bus;
        private readonly byte[] _frame = new byte[4];     // status, pressure 7:0, 15:8, 23:16: reading the last one releases the block
        private readonly byte[] _register = new byte[1];
        private bool _held;
        private int _heldPa;
        private long _heldAtMs;

        public Lps22hbPressureSensor(II2cBus bus) => _bus = bus;

        public bool TryReset()
        {
            _held = false;
            return _bus.Write(I2cAddress, s_reset, s_reset.Length);
        }

        /// <summary>Checks the identity and starts continuous measurement at 10 Hz.</summary>
        public bool TryStart(long nowMs)
        {
            _held = false;
            return _bus.WriteRead(I2cAddress, s_whoAmI, s_whoAmI.Length, _register, _register.Length)
                && _register[0] == WhoAmI
                && _bus.Write(I2cAddress, s_configure, s_configure.Length)
                && _bus.WriteRead(I2cAddress, s_restartFilter, s_restartFilter.Length, _register, _register.Length);
        }

        /// <summary>Reads the newest sample, or the one before while no newer is ready and it is young enough.</summary>
        /// <param name="pressurePa">Absolute pressure. 0 when the call returns false.</param>
        /// <returns>False when the part did not answer, its status was not clean, the sample was out of range, or none came for <see cref="MaxAgeMs"/>.</returns>
        public bool TryRead(long nowMs, out int pressurePa)
        {
            pressurePa = 0;

            if (!_bus.WriteRead(I2cAddress, s_status, s_status.Length, _frame, _frame.Length) || (_frame[0] & ReservedStatus) != 0)
            {
                _held = false; // it may have lost its supply: nothing from before is believed
                return false;
            }

            if ((_frame[0] & PressureReady) != 0)
            {
                int counts = (_frame[3] << 24 | _frame[2] << 16 | _frame[1] << 8) >> 8; // signed
                _heldPa = counts * 25 / 1024;                                           // 4096 counts per hPa
                _heldAtMs = nowMs;
                _held = _heldPa >= LowestPa && _heldPa <= HighestPa;
            }

            if (!_held || nowMs - _heldAtMs > MaxAgeMs)
            {
                return false;
            }

            pressurePa = _heldPa;
            return true;
        }
    }
}
