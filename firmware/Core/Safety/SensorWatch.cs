namespace Haip.Core.Safety
{
    /// <summary>Finds sensors that answer in good order and measure nothing: a value that never changes or is mostly noise, and a clock that does not keep time.</summary>
    /// <remarks>
    /// Every analogue value carries noise above its resolution, so one that stays the same to the last digit for long is not measured
    /// any more. The flow sensor is not judged: at rest it may well say the same, and in motion the chamber contradicts it.
    /// </remarks>
    public sealed class SensorWatch
    {
        private const long PulsatileMs = 10_000;
        private const long PressureMs = 10L * Units.MsPerMinute;
        private const long TemperatureMs = 30L * Units.MsPerMinute;
        private const long BatteryMs = 2L * Units.MsPerHour;

        // The chamber is filled and emptied, which is rough: its noise shows in the packets. The catheter's pulse is smooth only
        // when it is sampled as often as in flight: 8 kPa at 150 beats a minute bend by 1 kPa, an irregular heart's more. But noise bends by 1.7 of what
        // it moves, and a pulse of 200 beats a minute by 1.3.
        private const int AnyRoughness = int.MaxValue;
        private const int RoughPulsePa = 1_300;
        private const int JaggedPermille = 1_500;
        private const long CloseMs = 60;
        private const int RoughPressurePa = 400;
        private const int RoughMilliC = 2_000;
        private const int RoughMilliVolts = 150;

        private readonly Signal _chamber = new Signal(PulsatileMs, AnyRoughness);
        private readonly Signal _catheter = new Signal(PulsatileMs, AnyRoughness);
        private readonly Signal _pulse = new Signal(long.MaxValue, RoughPulsePa, JaggedPermille);
        private readonly Signal _reservoir = new Signal(PressureMs, RoughPressurePa);
        private readonly Signal _ambient = new Signal(PressureMs, RoughPressurePa);
        private readonly Signal _drug = new Signal(TemperatureMs, RoughMilliC);
        private readonly Signal _board = new Signal(TemperatureMs, RoughMilliC);
        private readonly Signal _battery = new Signal(BatteryMs, RoughMilliVolts);
        private readonly ClockWatch _clock = new ClockWatch();
        private long _lookedAtMs;

        /// <summary>Takes the validity from what is not measured.</summary>
        public void Judge(Readings r)
        {
            r.ChamberValid = r.ChamberValid && _chamber.Lives(r.NowMs, r.ChamberPa);
            r.CatheterValid = r.CatheterValid && _catheter.Lives(r.NowMs, r.CatheterPa) && IsPulse(r);
            r.ReservoirValid = r.ReservoirValid && _reservoir.Lives(r.NowMs, r.ReservoirPa);
            r.AmbientValid = r.AmbientValid && _ambient.Lives(r.NowMs, r.AmbientPa);
            r.DrugTemperatureValid = r.DrugTemperatureValid && _drug.Lives(r.NowMs, r.DrugMilliC);
            r.BoardTemperatureValid = r.BoardTemperatureValid && _board.Lives(r.NowMs, r.BoardMilliC);
            r.BatteryValid = r.BatteryValid && _battery.Lives(r.NowMs, r.BatteryMilliVolts);
            r.ClockValid = r.ClockValid && _clock.KeepsTime(r.NowMs, r.UtcSeconds);
        }

        /// <summary>A person has seen that the clock jumped: it is compared from here on.</summary>
        public void TrustClock() => _clock.Trust();

        /// <summary>A person set the clock: it is compared from its next reading on. The last one is of before, and would make a jump of the next.</summary>
        public void ClockWasSet(Readings r)
        {
            r.ClockValid = false;
            _clock.Trust();
        }

        private bool IsPulse(Readings r)
        {
            bool close = r.NowMs - _lookedAtMs <= CloseMs;
            _lookedAtMs = r.NowMs;

            if (close)
            {
                return _pulse.Lives(r.NowMs, r.CatheterPa);
            }

            // Judged only in flight: at rest a sensor that was noise gets the benefit of the doubt, or nothing could ever start again.
            _pulse.Restart(r.CatheterPa);
            return true;
        }
    }
}
