namespace Haip.Core.Safety
{
    /// <summary>Finds sensors that answer in good order and measure nothing: a value that never changes, and a clock that does not keep time.</summary>
    /// <remarks>
    /// Every analogue value carries noise above its resolution, so one that stays the same to the last digit for long is not measured
    /// any more. The flow sensor is not judged: at rest it may well say the same, and in motion the chamber contradicts it.
    /// </remarks>
    public sealed class SensorWatch
    {
        private const long PulsatileMs = 10_000;
        private const long PressureMs = 10L * Units.MsPerMinute;
        private const long TemperatureMs = 30L * Units.MsPerMinute;

        private readonly Flatline _chamber = new Flatline(PulsatileMs);
        private readonly Flatline _catheter = new Flatline(PulsatileMs);
        private readonly Flatline _reservoir = new Flatline(PressureMs);
        private readonly Flatline _ambient = new Flatline(PressureMs);
        private readonly Flatline _drug = new Flatline(TemperatureMs);
        private readonly Flatline _board = new Flatline(TemperatureMs);
        private readonly ClockWatch _clock = new ClockWatch();

        /// <summary>Takes the validity from what is not measured.</summary>
        public void Judge(Readings r)
        {
            r.ChamberValid = r.ChamberValid && _chamber.Lives(r.NowMs, r.ChamberPa);
            r.CatheterValid = r.CatheterValid && _catheter.Lives(r.NowMs, r.CatheterPa);
            r.ReservoirValid = r.ReservoirValid && _reservoir.Lives(r.NowMs, r.ReservoirPa);
            r.AmbientValid = r.AmbientValid && _ambient.Lives(r.NowMs, r.AmbientPa);
            r.DrugTemperatureValid = r.DrugTemperatureValid && _drug.Lives(r.NowMs, r.DrugMilliC);
            r.BoardTemperatureValid = r.BoardTemperatureValid && _board.Lives(r.NowMs, r.BoardMilliC);
            r.ClockValid = r.ClockValid && _clock.KeepsTime(r.NowMs, r.UtcSeconds);
        }

        /// <summary>A person set the clock, or has seen that it jumped: it is compared from here on.</summary>
        public void TrustClock() => _clock.Trust();
    }
}
