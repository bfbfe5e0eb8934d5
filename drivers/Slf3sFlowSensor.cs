using Haip.Core.Ports;

namespace Haip.Drivers
{
    /// <summary>Sensirion SLF3S-0600F liquid flow sensor, water calibration, measuring continuously.</summary>
    /// <remarks>
    /// Commands, scale and flags: Sensirion embedded-i2c-sf06-lf, sf06_lf_i2c.h; product numbers and the refusal of an
    /// identity request while measuring: Linux drivers/iio/flow/slf3s.c. A part that lost power is idle and refuses to be
    /// read: it stays lost until <see cref="TryReset"/> and <see cref="TryStart"/>.
    /// </remarks>
    public sealed class Slf3sFlowSensor : IPart
    {
        public const byte I2cAddress = 0x08;

        /// <summary>From <see cref="TryStart"/> to the first reading: the heater has to settle.</summary>
        public const long WarmUpMs = 60;

        private const int NlPerHourPerCount = 6000; // one count is 0.1 uL/min
        private const int MaxCounts = 32500;        // where the output saturates; 32767 says "no reading"
        private const int FrameLength = 9;          // flow, temperature, flags: two bytes and a check byte each
        private const int IdentityLength = 18;      // product number in two words, serial number in four
        private const int AirBit = 0x01;
        private const int HighFlowBit = 0x02;
        private const int SmoothingBit = 0x20;

        private static readonly byte[] s_stop = { 0x3F, 0xF9 };
        private static readonly byte[] s_prepareIdentity = { 0x36, 0x7C };
        private static readonly byte[] s_readIdentity = { 0xE1, 0x02 };
        private static readonly byte[] s_startWater = { 0x36, 0x08 };

        private readonly II2cBus _bus;
        private readonly byte[] _frame = new byte[IdentityLength];
        private bool _measuring;
        private long _startedAtMs;
        private int _flags;

        public Slf3sFlowSensor(II2cBus bus) => _bus = bus;

        /// <summary>Gas was in the channel at some time since the previous read. False when the last read failed.</summary>
        public bool AirInLine => (_flags & AirBit) != 0;

        /// <summary>The flow was beyond what the part can measure at some time since the previous read. False when the last read failed.</summary>
        public bool HighFlow => (_flags & HighFlowBit) != 0;

        /// <summary>
        /// The part was read too rarely and returned a smoothed value instead of the mean: flow x time is not the volume since
        /// the previous read. False when the last read failed.
        /// </summary>
        public bool Smoothed => (_flags & SmoothingBit) != 0;

        /// <summary>Stops measuring, because a measuring part refuses to identify itself.</summary>
        /// <remarks>The part's own reset is a general call, which would reset its neighbours on the bus as well.</remarks>
        /// <returns>True whatever the part answers: an idle part may refuse to be stopped. <see cref="TryStart"/> finds out.</returns>
        public bool TryReset()
        {
            _measuring = false;
            _flags = 0;
            _bus.Write(I2cAddress, s_stop, s_stop.Length);
            return true;
        }

        /// <summary>Checks the product number and starts measuring.</summary>
        public bool TryStart(long nowMs)
        {
            _flags = 0;
            _startedAtMs = nowMs;
            _measuring = IsSlf3s0600F() && _bus.Write(I2cAddress, s_startWater, s_startWater.Length);
            return _measuring;
        }

        /// <summary>Reads the mean flow since the previous read, and the flags of the same interval.</summary>
        /// <param name="flowNlPerHour">Positive towards the patient, resolution 6000. 0 when the call returns false.</param>
        /// <returns>
        /// False while warming up, when the part did not answer, a check byte was wrong or the output was at its limit. The
        /// part may still have closed its interval: the volume between the reads on either side of a failure is not known.
        /// </returns>
        public bool TryRead(long nowMs, out int flowNlPerHour)
        {
            flowNlPerHour = 0;
            _flags = 0;

            if (!_measuring || nowMs - _startedAtMs < WarmUpMs || !_bus.Read(I2cAddress, _frame, FrameLength))
            {
                return false;
            }

            if (!Crc8.Matches(_frame, 0) || !Crc8.Matches(_frame, 3) || !Crc8.Matches(_frame, 6))
            {
                return false;
            }

            int counts = (short)(_frame[0] << 8 | _frame[1]);

            if (counts > MaxCounts || counts < -MaxCounts)
            {
                return false;
            }

            _flags = _frame[7];
            flowNlPerHour = counts * NlPerHourPerCount;
            return true;
        }

        // 07 03 03 and a revision: the other numbers of the family have another scale, up to 312 times this one.
        private bool IsSlf3s0600F()
        {
            if (!_bus.Write(I2cAddress, s_prepareIdentity, s_prepareIdentity.Length)
                || !_bus.Write(I2cAddress, s_readIdentity, s_readIdentity.Length)
                || !_bus.Read(I2cAddress, _frame, IdentityLength))
            {
                return false;
            }

            for (int i = 0; i < IdentityLength; i += 3)
            {
                if (!Crc8.Matches(_frame, i))
                {
                    return false;
                }
            }

            return _frame[0] == 0x07 && _frame[1] == 0x03 && _frame[3] == 0x03;
        }
    }
}
