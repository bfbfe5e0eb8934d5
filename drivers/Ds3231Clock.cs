using Haip.Core.Ports;

namespace Haip.Drivers
{
    /// <summary>Maxim DS3231 clock: the date and time for people and the log, kept by a cell while the pump has no power.</summary>
    /// <remarks>
    /// Registers after data sheet 19-5170 and Linux drivers/rtc/rtc-ds1307.c. No identity register, no check byte: bits that are
    /// always 0 stand in for both. Dosing never uses this time; it can be set, and jumps when it is.
    /// </remarks>
    public sealed class Ds3231Clock : IPart
    {
        public const byte I2cAddress = 0x68;

        /// <summary>A clock that shows the same second for longer than this stands still, whatever it says of itself.</summary>
        public const long MaxStandstillMs = 2500;

        private const int FrameBytes = 16;
        private const int Status = 15;                    // index in the frame: OSF, three zeros, 32 kHz on, busy, two alarm flags
        private const byte OscillatorStopped = 0x80;      // OSF, at 1 from the first power-up until written to 0
        private const byte AlwaysZeroStatus = 0x70;
        private const byte AlwaysZeroLastByte = 0x3F;     // low bits of register 0x12, a quarter of a degree each

        // INTCN and the power-on square wave rate; above all EOSC = 0: the oscillator runs from the cell too.
        private static readonly byte[] s_control = { 0x0E, 0x1C };
        private static readonly byte[] s_timeIsGood = { 0x0F, 0x00 }; // OSF and the unused 32 kHz output off
        private static readonly byte[] s_time = { 0x00 };
        private static readonly byte[] s_lastByte = { 0x12 };

        private readonly II2cBus _bus;
        private readonly byte[] _frame = new byte[FrameBytes]; // seconds ... year, two alarms, control, status
        private readonly byte[] _setFrame = new byte[8];       // register address, seconds ... year
        private readonly byte[] _register = new byte[1];
        private long _lastUnixSeconds = -1;
        private long _lastChangeMs;

        public Ds3231Clock(II2cBus bus) => _bus = bus;

        /// <summary>The part has no reset command, and its time must outlive ours.</summary>
        public bool TryReset() => true;

        /// <summary>Checks that a DS3231 answers and lets its oscillator run. A clock that was never set is a good part all the same.</summary>
        public bool TryStart(long nowMs)
        {
            _lastUnixSeconds = -1;
            return TryReadFrame()
                && _bus.WriteRead(I2cAddress, s_lastByte, s_lastByte.Length, _register, _register.Length)
                && (_register[0] & AlwaysZeroLastByte) == 0
                && _bus.Write(I2cAddress, s_control, s_control.Length);
        }

        /// <summary>Reads the time.</summary>
        /// <param name="unixSeconds">Seconds since 1970, in the years 2000 to 2099. 0 when the call returns false.</param>
        /// <returns>False when the part did not answer, its clock was ever stopped since it was set, stands still, or shows no date.</returns>
        public bool TryRead(long nowMs, out long unixSeconds)
        {
            unixSeconds = 0;

            if (!TryReadFrame() || (_frame[Status] & OscillatorStopped) != 0 || !Ds3231Calendar.TryDecode(_frame, out long readSeconds))
            {
                _lastUnixSeconds = -1;
                return false;
            }

            if (readSeconds != _lastUnixSeconds)
            {
                _lastUnixSeconds = readSeconds;
                _lastChangeMs = nowMs;
            }

            if (nowMs - _lastChangeMs > MaxStandstillMs)
            {
                return false;
            }

            unixSeconds = readSeconds;
            return true;
        }

        /// <summary>Sets the time, then says that it is to be trusted.</summary>
        /// <param name="unixSeconds">Seconds since 1970, in the years 2000 to 2099; anything else is refused.</param>
        /// <returns>False when not everything was written: set it again. A clock that was not to be trusted then still is not.</returns>
        public bool TrySet(long unixSeconds)
        {
            if (!Ds3231Calendar.TryEncode(unixSeconds, _setFrame, 1))
            {
                return false;
            }

            _setFrame[0] = 0x00;
            _lastUnixSeconds = -1;
            return _bus.Write(I2cAddress, _setFrame, _setFrame.Length)
                && _bus.Write(I2cAddress, s_timeIsGood, s_timeIsGood.Length);
        }

        // Time and status in one transfer: the part takes a copy of the time at its start, so no second passes in between.
        private bool TryReadFrame() =>
            _bus.WriteRead(I2cAddress, s_time, s_time.Length, _frame, FrameBytes)
            && (_frame[Status] & AlwaysZeroStatus) == 0;
    }
}
