using Haip.Core;
using Haip.Core.Ports;
using Haip.Drivers;

namespace Haip.Board
{
    /// <summary>The reference board: which parts it has, on which bus, and when each is asked. The same on every processor board and on the PC.</summary>
    /// <remarks>
    /// In every tick the sensors that metering needs are read; of the slow ones one at a time, every 100 ms or so. A read never waits:
    /// a part that is not ready is not valid in this tick.
    /// </remarks>
    public sealed class ReferenceBoard : IWallClock
    {
        public const byte ChamberAddress = 0x28;
        public const byte CatheterAddress = 0x38;
        public const byte DrugTemperatureAddress = 0x48;
        public const byte BoardTemperatureAddress = 0x49;

        private const long SlowPeriodMs = 100;
        private const int SlowTurnCount = 12;
        private const int MostPumpFailureCount = 3;

        private readonly Slf3sFlowSensor _flow;
        private readonly Abp2PressureSensor _chamber;
        private readonly Abp2PressureSensor _catheter;
        private readonly Drv2667PumpDriver _pumpDriver;
        private readonly Ms5837PressureSensor _reservoir;
        private readonly Lps22hbPressureSensor _ambient;
        private readonly Tmp117TemperatureSensor _drugTemperature;
        private readonly Tmp117TemperatureSensor _boardTemperature;
        private readonly Max17048FuelGauge _fuelGauge;
        private readonly Ds3231Clock _clock;

        private readonly PartSlot _flowSlot;
        private readonly PartSlot _chamberSlot;
        private readonly PartSlot _catheterSlot;
        private readonly PartSlot _pumpSlot;
        private readonly PartSlot _reservoirSlot;
        private readonly PartSlot _ambientSlot;
        private readonly PartSlot _drugTemperatureSlot;
        private readonly PartSlot _boardTemperatureSlot;
        private readonly PartSlot _fuelGaugeSlot;
        private readonly PartSlot _clockSlot;
        private readonly PartSlot _memorySlot;
        private readonly PartSlot[] _slots;

        private readonly IOutputPin _pumpEnable;
        private readonly ValvePair _valves;
        private readonly ExternalWatchdog _watchdog;
        private readonly Buzzer _buzzer;
        private readonly AlarmLights _lights;

        private bool _bursting;
        private long _nextSlowMs;
        private int _slowTurn;
        private int _pumpFailureCount;

        public ReferenceBoard(II2cBus dose, II2cBus house, BoardPins pins, BoardProfile profile)
        {
            _flow = new Slf3sFlowSensor(dose);
            _chamber = new Abp2PressureSensor(dose, ChamberAddress);
            _catheter = new Abp2PressureSensor(dose, CatheterAddress);
            _pumpDriver = new Drv2667PumpDriver(dose);
            _reservoir = new Ms5837PressureSensor(dose);
            _ambient = new Lps22hbPressureSensor(house);
            _drugTemperature = new Tmp117TemperatureSensor(house, DrugTemperatureAddress);
            _boardTemperature = new Tmp117TemperatureSensor(house, BoardTemperatureAddress);
            _fuelGauge = new Max17048FuelGauge(house);
            _clock = new Ds3231Clock(house);
            Memory = new Mb85rc256vMemory(house);

            _flowSlot = new PartSlot(_flow);
            _chamberSlot = new PartSlot(_chamber);
            _catheterSlot = new PartSlot(_catheter);
            _pumpSlot = new PartSlot(_pumpDriver);
            _reservoirSlot = new PartSlot(_reservoir);
            _ambientSlot = new PartSlot(_ambient);
            _drugTemperatureSlot = new PartSlot(_drugTemperature);
            _boardTemperatureSlot = new PartSlot(_boardTemperature);
            _fuelGaugeSlot = new PartSlot(_fuelGauge);
            _clockSlot = new PartSlot(_clock);
            _memorySlot = new PartSlot(Memory);
            _slots = new[]
            {
                _flowSlot, _chamberSlot, _catheterSlot, _pumpSlot, _reservoirSlot,
                _ambientSlot, _drugTemperatureSlot, _boardTemperatureSlot, _fuelGaugeSlot, _clockSlot, _memorySlot,
            };

            _pumpEnable = pins.PumpEnable;
            _valves = new ValvePair(pins.InletValve, pins.OutletValve, profile.ValveTravelMs);
            _watchdog = new ExternalWatchdog(pins.WatchdogKick);
            _buzzer = new Buzzer(pins.Sounder);
            _lights = new AlarmLights(pins.AlarmLight, pins.OkLight);
        }

        /// <summary>Non-volatile memory, for what must survive a reset.</summary>
        public Mb85rc256vMemory Memory { get; }

        /// <summary>The memory answered as itself when it was asked last.</summary>
        public bool MemoryAnswers => _memorySlot.Answers;

        /// <summary>Sets the wall clock.</summary>
        public bool TrySetClock(long utcSeconds) => _clock.TrySet(utcSeconds);

        /// <summary>Powers the pump's rail and brings up every part. Parts that do not answer are tried again while the pump runs.</summary>
        /// <returns>True when every part answered as itself.</returns>
        public bool Start(IDelay delay, long nowMs)
        {
            bool all = true;
            _pumpEnable.Write(true);
            _valves.Drive(nowMs, false, false);

            for (int i = 0; i < _slots.Length; i++)
            {
                _slots[i].Reset(nowMs);
            }

            delay.Wait(Settling.ResetMs);

            for (int i = 0; i < _slots.Length; i++)
            {
                all &= _slots[i].Start(nowMs + Settling.ResetMs);
            }

            return all;
        }

        /// <summary>Fills the readings of one tick.</summary>
        public void Read(long nowMs, Readings readings)
        {
            readings.NowMs = nowMs;

            readings.FlowValid = _flowSlot.Note(nowMs, _flow.TryRead(nowMs, out readings.FlowNlPerHour));
            readings.FlowSmoothed = _flow.Smoothed || _flow.HighFlow; // neither has an exact integral
            readings.AirInLine = _flow.AirInLine;

            readings.ChamberValid = _chamberSlot.Note(nowMs, _chamber.TryRead(nowMs, out readings.ChamberPa));
            readings.ChamberAtMs = _chamber.SampledAtMs;
            readings.CatheterValid = _catheterSlot.Note(nowMs, _catheter.TryRead(nowMs, out readings.CatheterPa));

            // A driver that failed is brought up again before the next burst.
            if (!_pumpSlot.Answers)
            {
                _pumpSlot.Note(nowMs, false);
            }

            // One that does not do as it is told is stopped by its supply, which it gets back to be brought up again, but not for ever.
            bool trusted = _pumpFailureCount < MostPumpFailureCount;
            _pumpEnable.Write(trusted && (_pumpSlot.Answers || _pumpSlot.ComesUp));
            readings.PumpDriverValid = trusted && _pumpSlot.Answers;

            if (nowMs >= _nextSlowMs)
            {
                _nextSlowMs = nowMs + SlowPeriodMs;
                ReadSlow(nowMs, readings);
            }
        }

        /// <summary>Does what the tick decided, and tells the watchdog when the tick found all well.</summary>
        public void Drive(long nowMs, Outputs outputs)
        {
            DrivePump(nowMs, outputs);
            _valves.Drive(nowMs, outputs.InletOpen && _pumpSlot.Answers, outputs.OutletOpen); // V1 never before an idle pump
            _buzzer.Drive(nowMs, outputs.Sounding);
            _lights.Drive(nowMs, outputs.Shown);

            if (outputs.KickWatchdog)
            {
                _watchdog.Kick(nowMs);
            }
        }

        // Nearly every second turn belongs to the reservoir: its conversions need a call to start and one to fetch.
        private void ReadSlow(long nowMs, Readings readings)
        {
            _slowTurn = (_slowTurn + 1) % SlowTurnCount;

            switch (_slowTurn)
            {
                case 1:
                    readings.AmbientValid = _ambientSlot.Note(nowMs, _ambient.TryRead(nowMs, out readings.AmbientPa));
                    break;
                case 3:
                    readings.DrugTemperatureValid = _drugTemperatureSlot.Note(nowMs, _drugTemperature.TryRead(nowMs, out readings.DrugMilliC));
                    break;
                case 5:
                    readings.BoardTemperatureValid = _boardTemperatureSlot.Note(nowMs, _boardTemperature.TryRead(nowMs, out readings.BoardMilliC));
                    break;
                case 7:
                    readings.BatteryValid = _fuelGaugeSlot.Note(nowMs, _fuelGauge.TryRead(nowMs, out readings.BatteryMilliVolts, out readings.BatteryPermille));
                    break;
                case 9:
                    readings.ClockValid = _clockSlot.Note(nowMs, _clock.TryRead(nowMs, out readings.UtcSeconds));
                    break;
                case 10:
                    CheckPumpDriver(nowMs);
                    break;
                case 11:
                    _memorySlot.Note(nowMs, Memory.TryStart(nowMs));
                    break;
                default:
                    readings.ReservoirValid = _reservoirSlot.Note(nowMs, _reservoir.TryRead(nowMs, out readings.ReservoirPa));
                    break;
            }
        }

        // Between bursts, so that a driver that lost its supply is known before it is needed.
        private void CheckPumpDriver(long nowMs)
        {
            if (_pumpSlot.Answers && !_bursting)
            {
                bool idle = _pumpDriver.TryCheck();
                _pumpFailureCount += idle ? 0 : 1;
                _pumpSlot.Note(nowMs, idle);
            }
        }

        // Only a burst that was read back says that the driver answers. An acknowledged stop says less than that, and no traffic nothing.
        private void DrivePump(long nowMs, Outputs outputs)
        {
            bool start = outputs.PumpRun && !_bursting;
            bool stop = !outputs.PumpRun && _bursting;
            _bursting = outputs.PumpRun;

            if (start)
            {
                _pumpSlot.Note(nowMs, _pumpDriver.TryBurst(nowMs, outputs.PumpMilliVolts, outputs.PumpCycles));
            }
            else if (stop ? !_pumpDriver.TryStop() : !_pumpDriver.TryService(nowMs))
            {
                _pumpSlot.Note(nowMs, false);
            }
        }
    }
}
