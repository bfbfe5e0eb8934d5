using Haip.Core.Ports;

namespace Haip.Drivers
{
    /// <summary>Honeywell ABP2, type 005PG: 0 to 34 474 Pa (5 psi) gauge, liquid media, transfer function A.</summary>
    /// <remarks>
    /// Bytes after the ABP2 data sheet and Linux drivers/iio/pressure/abp2030pa.c. The part has no identity register and its
    /// answer carries no check byte: the status byte, which must be exactly "powered", and the range are all there is to check.
    /// A conversion is started at the end of each read and fetched by the next one, so a read never waits.
    /// </remarks>
    public sealed class Abp2PressureSensor : IPart
    {
        /// <summary>A conversion takes at most this long (5 ms in the data sheet; 10 ms is what field drivers use).</summary>
        public const long ConversionMs = 10;

        /// <summary>An answer older than this is thrown away: it says what the pressure was, not what it is.</summary>
        public const long MaxAgeMs = 250;

        private const int FullScalePa = 34474;            // 5 psi
        private const int OminCounts = 1677722;           // 10 % of 2^24
        private const int SpanCounts = 13421772;          // 80 % of 2^24
        private const int MarginCounts = SpanCounts / 50; // 2 %: a gauge part reads slightly below zero in air
        private const byte PoweredAndIdle = 0x40;         // bit 5 busy, bit 2 memory error, bit 0 saturation: all must be 0
        private const byte Busy = 0x60;

        private static readonly byte[] s_convert = { 0xAA, 0x00, 0x00 };

        private readonly II2cBus _bus;
        private readonly byte _address;
        private readonly byte[] _frame = new byte[4];     // status, pressure 23:16, 15:8, 7:0; the temperature is not read
        private bool _converting;
        private long _startedAtMs;

        /// <param name="address">0x28 or 0x38: the digit in the part's order code.</param>
        public Abp2PressureSensor(II2cBus bus, byte address)
        {
            _bus = bus;
            _address = address;
        }

        /// <summary>When the pressure of the last successful read was taken.</summary>
        public long SampledAtMs { get; private set; }

        /// <summary>The part has no reset command; power-on is its only one.</summary>
        public bool TryReset() => true;

        /// <summary>Starts the first conversion. A part that does not acknowledge is absent.</summary>
        public bool TryStart(long nowMs)
        {
            _converting = _bus.Write(_address, s_convert, s_convert.Length);
            _startedAtMs = nowMs;
            return _converting;
        }

        /// <summary>Fetches the conversion started by the previous call and starts the next one.</summary>
        /// <param name="pressurePa">Gauge pressure at <see cref="SampledAtMs"/>. Undefined when the call returns false.</param>
        /// <returns>False when nothing was ready, the status was not clean, the value was out of range or too old.</returns>
        public bool TryRead(long nowMs, out int pressurePa)
        {
            pressurePa = 0;
            long startedAtMs = _startedAtMs;

            if (!_converting)
            {
                TryStart(nowMs);
                return false;
            }

            if (nowMs - startedAtMs < ConversionMs)
            {
                return false;
            }

            bool answered = _bus.Read(_address, _frame, _frame.Length);

            if (answered && _frame[0] == Busy && nowMs - startedAtMs <= MaxAgeMs)
            {
                return false; // still converting: ask again next tick, do not start over
            }

            TryStart(nowMs);

            if (!answered || _frame[0] != PoweredAndIdle || nowMs - startedAtMs > MaxAgeMs)
            {
                return false;
            }

            int aboveOmin = (_frame[1] << 16 | _frame[2] << 8 | _frame[3]) - OminCounts;

            // The part is known to return all zeros with a clean status after a latch-up: far below Omin.
            if (aboveOmin < -MarginCounts || aboveOmin > SpanCounts + MarginCounts)
            {
                return false;
            }

            pressurePa = (int)((long)aboveOmin * FullScalePa / SpanCounts);
            SampledAtMs = startedAtMs;
            return true;
        }
    }
}
