using Haip.Core.Ports;

namespace Haip.Drivers
{
    /// <summary>TI DRV2667 on the Bartels mp-Lowdriver: drives the mp6 piezo pump with a counted number of sine cycles.</summary>
    /// <remarks>
    /// Registers, RAM format and the self-clearing GO: TI data sheet SLOS751E. The order of the initialisation follows
    /// Bartels's example code; times follow Linux (Qualcomm) drivers/misc/ti_drv2667.c. Page 0 of the part is its registers,
    /// page 1 the first 256 bytes of its waveform RAM, and one register at 0xFF selects between them.
    /// </remarks>
    public sealed class Drv2667PumpDriver : IPart
    {
        public const byte I2cAddress = 0x59;

        /// <summary>13 x 7.8125 Hz, to the nearest millihertz.</summary>
        public const int FrequencyMilliHz = 101563;

        /// <summary>Full scale at gain 2, peak to peak: the most that the mp-Lowdriver is built for.</summary>
        public const int MaxAmplitudeMilliVolts = 150000;

        public const int MaxCycles = 255 * 255;

        /// <summary>How long after a burst should have ended it is ended whatever the part does.</summary>
        public const long StopMarginMs = 50;

        private const byte FrequencyCode = 13;
        private const int MaxByte = 255;
        private const int IllegalAddressBit = 0x04;
        private const int IdentityAndGain = 0x3A;     // chip 7 = DRV2667 in bits 6:3, digital input, gain 2
        private const int IdentityAndGainMask = 0x7F;
        private const int ControlMask = 0xCF;         // reset, standby, timeout, override, GO
        private const byte Idle = 0x00;
        private const byte Playing = 0x01;
        private const byte Waveform = 0x01;

        private static readonly byte[] s_selectRegisters = { 0xFF, 0x00 };
        private static readonly byte[] s_selectRam = { 0xFF, 0x01 };
        private static readonly byte[] s_reset = { 0x02, 0x80 };
        private static readonly byte[] s_stop = { 0x02, Idle };
        private static readonly byte[] s_go = { 0x02, Playing };
        private static readonly byte[] s_fromStart = { 0x00 };

        // From register 1: digital input at gain 2; awake, GO = 0; play the first waveform, then end.
        private static readonly byte[] s_configuration = { 0x01, 0x02, Idle, Waveform, 0x00 };

        // From RAM address 0: last byte of the header; the waveform is synthesised (0x80) from bytes 0x06 to 0x09; played
        // once; amplitude 0, so that a GO out of turn is silent; frequency; one cycle; no envelope.
        private static readonly byte[] s_silence = { 0x00, 0x05, 0x80, 0x06, 0x00, 0x09, 0x01, 0x00, FrequencyCode, 0x01, 0x00 };

        private readonly II2cBus _bus;
        private readonly byte[] _wave = { 0x05, 0x01, 0x00, FrequencyCode, 0x01 }; // from RAM address 5: repeats, amplitude, frequency, cycles
        private readonly byte[] _answer = new byte[10];
        private bool _registersSelected;
        private bool _bursting;
        private long _stopAtMs;

        public Drv2667PumpDriver(II2cBus bus) => _bus = bus;

        /// <summary>Stops the output at once and puts the registers back to their defaults; the waveform RAM keeps its content.</summary>
        public bool TryReset()
        {
            bool reset = TrySelectRegisters() && Write(s_reset);
            _bursting = _bursting && !reset;
            return reset;
        }

        /// <summary>Checks the identity, sets the output range and stores a silent waveform.</summary>
        public bool TryStart(long nowMs)
        {
            // Bartels's code initialises twice, because once is not always enough. It also waits in between, which a driver here
            // does not: everything is read back instead.
            return TryConfigure() && TryConfigure() && WaveformIsStored() && Confirms(Idle);
        }

        /// <summary>Plays a sine at <see cref="FrequencyMilliHz"/>; the part counts the cycles and ends by itself.</summary>
        /// <param name="amplitudeMilliVolts">
        /// Peak to peak, 0 to <see cref="MaxAmplitudeMilliVolts"/>; rounded down to one of 256 steps of 588.
        /// </param>
        /// <param name="cycles">
        /// 1 to <see cref="MaxCycles"/>. Up to 255 are exact. More are played as equal repeats and rounded down: never more than
        /// asked for, and less than 1 in 255 short.
        /// </param>
        /// <returns>
        /// False when an argument is out of range (nothing is sent), the part did not answer, had lost its configuration, or did
        /// not start: it is known to ignore a GO now and then. It is then told to stop, but some cycles may have been played.
        /// </returns>
        public bool TryBurst(long nowMs, int amplitudeMilliVolts, int cycles)
        {
            if (amplitudeMilliVolts < 0 || amplitudeMilliVolts > MaxAmplitudeMilliVolts || cycles < 1 || cycles > MaxCycles)
            {
                return false;
            }

            int repeats = (cycles + MaxByte - 1) / MaxByte;
            int cyclesPerRepeat = cycles / repeats;
            _wave[1] = (byte)repeats;
            _wave[2] = (byte)(amplitudeMilliVolts * MaxByte / MaxAmplitudeMilliVolts);
            _wave[4] = (byte)cyclesPerRepeat;

            // The RAM may be written only while nothing plays.
            if (TryStop() && TryStoreWave())
            {
                // From here on, because a GO whose acknowledge was lost has been given all the same.
                _bursting = true;
                _stopAtMs = nowMs + (long)repeats * cyclesPerRepeat * 1000000 / FrequencyMilliHz + StopMarginMs;

                if (Write(s_go) && Confirms(Playing))
                {
                    return true;
                }
            }

            _stopAtMs = nowMs;
            TryStop();
            return false;
        }

        /// <summary>Ends the output at once. Harmless when nothing plays.</summary>
        public bool TryStop()
        {
            // With the RAM selected the same two bytes would overwrite the header.
            if ((!_registersSelected && !TrySelectRegisters()) || !Write(s_stop))
            {
                return false;
            }

            _bursting = false;
            return true;
        }

        /// <summary>Whether the part still has its configuration. Only while nothing plays.</summary>
        public bool TryCheck() => _registersSelected && Confirms(Idle);

        /// <summary>To be called every tick: bounds every burst by time, whatever became of the part's own count.</summary>
        /// <returns>False when a burst should be over and the part could not be told so. The next call tries again.</returns>
        public bool TryService(long nowMs) => !_bursting || nowMs < _stopAtMs || TryStop();

        private bool TryConfigure() =>
            TrySelectRegisters() && Write(s_configuration) && TrySelectRam() && Write(s_silence) && TrySelectRegisters();

        private bool TryStoreWave() => TrySelectRam() && Write(_wave) && TrySelectRegisters();

        private bool TrySelectRegisters()
        {
            _registersSelected = Write(s_selectRegisters);
            return _registersSelected;
        }

        private bool TrySelectRam()
        {
            _registersSelected = false;
            return Write(s_selectRam);
        }

        private bool WaveformIsStored()
        {
            if (!TrySelectRam() || !Read(s_silence.Length - 1) || !TrySelectRegisters())
            {
                return false;
            }

            for (int i = 1; i < s_silence.Length; i++)
            {
                if (_answer[i - 1] != s_silence[i])
                {
                    return false;
                }
            }

            return true;
        }

        // A part whose supply failed has gain 0, an empty sequence and its standby bit set.
        private bool Confirms(byte control) =>
            Read(5)
            && (_answer[0] & IllegalAddressBit) == 0
            && (_answer[1] & IdentityAndGainMask) == IdentityAndGain
            && (_answer[2] & ControlMask) == control
            && _answer[3] == Waveform
            && _answer[4] == 0;

        private bool Write(byte[] data) => _bus.Write(I2cAddress, data, data.Length);

        private bool Read(int length) => _bus.WriteRead(I2cAddress, s_fromStart, s_fromStart.Length, _answer, length);
    }
}
