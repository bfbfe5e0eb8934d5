using System;
using Haip.Board;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Parts;

namespace Haip.VirtualBoard.Simulation;

/// <summary>The reference board made of part models, wired to the fluid path. It has no opinion: firmware moves pins and bytes, physics answers.</summary>
public sealed class Rig
{
    private static readonly DateTime s_start = new(2026, 1, 1, 6, 0, 0, DateTimeKind.Utc);

    private readonly Drv2667Part _pumpDriver;
    private readonly OutputPin _pumpEnable = new();
    private readonly OutputPin _inletValve = new();
    private readonly OutputPin _outletValve = new();
    private readonly WatchdogPart _watchdog;
    private readonly Ds3231Part _calendar;
    private readonly Ageing _ageing;

    /// <param name="seed">Of every noise on the board.</param>
    /// <param name="stepShare">Of the usual steps of the fluid path.</param>
    public Rig(PlantParameters plant, int seed, double stepShare = 1)
    {
        Fluid = new FluidPath(plant) { StepShare = stepShare };
        Dose = new VirtualI2cBus(Clock, Advance);
        House = new VirtualI2cBus(Clock, Advance);
        _pumpDriver = new Drv2667Part(Clock);
        _watchdog = new WatchdogPart(Clock);
        BoardC = plant.BoardC;

        ulong stream = (ulong)seed << 8;
        SensorError Error(double offset = 0, double sigma = 0, double gain = 1) => new(new Noise(++stream)) { Offset = offset, Sigma = sigma, Gain = gain };

        SensorError flow = Error(plant.FlowOffsetNlPerMinute, plant.FlowSigmaNlPerMinute, 1 + (plant.FlowGainErrorPercent / 100));
        SensorError chamber = Error(plant.ChamberSensorOffsetPa, plant.ChamberSensorSigmaPa, 1 + (plant.ChamberSensorGainErrorPercent / 100));
        SensorError catheter = Error(plant.CatheterSensorOffsetPa, plant.CatheterSensorSigmaPa, 1 + (plant.CatheterSensorGainErrorPercent / 100));
        SensorError reservoir = Error(plant.ReservoirSensorOffsetPa, sigma: 5);
        SensorError cell = Error(sigma: 0.002);
        SensorError drug = Error(plant.DrugSensorOffsetC, sigma: 0.02);
        SensorError boardC = Error(sigma: 0.02);
        SensorError ambient = Error(plant.AmbientSensorOffsetPa, sigma: 3);
        Fluid.Artery.Noise = new Noise(++stream);
        _ageing = new Ageing(Clock, Fluid,
        [
            new(flow, new Noise(++stream)) { GainPerC = plant.FlowGainPercentPerC / 100, GainPerDay = plant.FlowGainPercentPerDay / 100 },
            new(chamber, new Noise(++stream)) { OffsetPerC = plant.ChamberSensorPaPerC, WalkPerRootDay = plant.ChamberSensorWalkPaPerRootDay },
            new(catheter, new Noise(++stream)) { OffsetPerC = plant.CatheterSensorPaPerC, WalkPerRootDay = plant.CatheterSensorWalkPaPerRootDay },
        ]);

        _calendar = new Ds3231Part(Clock);
        _calendar.SetTime(s_start);
        Memory = new Mb85rc256vPart();

#pragma warning disable format // columns
        Parts = new RigParts(Clock,
        [
            new(ScenarioPart.Flow,             Dose,  0x08, new Slf3sPart(Clock, () => Fluid.ThroughSensorNl, flow, () => AirAtSensor || Fluid.Reservoir.AirAtSensor), flow),
            new(ScenarioPart.Chamber,          Dose,  0x28, new Abp2Part(Clock, () => Fluid.ChamberPa, chamber), chamber),
            new(ScenarioPart.Catheter,         Dose,  0x38, new Abp2Part(Clock, () => Fluid.CatheterPa, catheter), catheter),
            new(ScenarioPart.Pump,             Dose,  0x59, _pumpDriver),
            new(ScenarioPart.Reservoir,        Dose,  0x76, new Ms5837Part(Clock, () => Fluid.AmbientPa + Fluid.Reservoir.GaugePa, () => Fluid.BodyC, reservoir), reservoir),
            new(ScenarioPart.FuelGauge,        House, 0x36, new Max17048Part(Clock, () => BatteryVolts, cell, () => BatteryPercent), cell),
            new(ScenarioPart.DrugTemperature,  House, 0x48, new Tmp117Part(Clock, () => Fluid.BodyC, drug), drug),
            new(ScenarioPart.BoardTemperature, House, 0x49, new Tmp117Part(Clock, () => BoardC, boardC), boardC),
            new(ScenarioPart.Memory,           House, 0x50, Memory, IdentityAddress: 0x7C),
            new(ScenarioPart.Ambient,          House, 0x5C, new Lps22hbPart(Clock, () => Fluid.AmbientPa, ambient), ambient),
            new(ScenarioPart.Clock,            House, 0x68, _calendar),
        ]);
#pragma warning restore format
        House.Attach(0x7C, Memory.Identity);

        Pins = new BoardPins
        {
            PumpEnable = _pumpEnable,
            InletValve = _inletValve,
            OutletValve = _outletValve,
            WatchdogKick = _watchdog,
            AlarmLight = AlarmLight,
            OkLight = OkLight,
            Sounder = Sounder,
        };
    }

    public VirtualClock Clock { get; } = new();

    public FluidPath Fluid { get; }

    public VirtualI2cBus Dose { get; }

    public VirtualI2cBus House { get; }

    /// <summary>Every part on the two buses, and what is wrong with it.</summary>
    public RigParts Parts { get; }

    /// <summary>The memory of totals, order and log.</summary>
    public Mb85rc256vPart Memory { get; }

    public BoardPins Pins { get; }

    public OutputPin AlarmLight { get; } = new();

    public OutputPin OkLight { get; } = new();

    public ToneRecorder Sounder { get; } = new();

    public double BoardC { get; set; }

    /// <summary>What the battery still holds. 80 is 3.9 V.</summary>
    public double BatteryPercent { get; set; } = 80;

    public bool AirAtSensor { get; set; }

    /// <summary>Pump and valves have power: enabled, and the watchdog holds its latch.</summary>
    public bool RailOn => Powered && _pumpEnable.High && _watchdog.RailOn;

    /// <summary>The watchdog took the power and keeps it.</summary>
    public bool WatchdogTripped => _watchdog.Tripped;

    /// <summary>Something drives fluid or lets it pass: a valve has power, or the pump swings.</summary>
    public bool Actuated => RailOn && (_inletValve.High != _outletValve.High || _pumpDriver.AmplitudeVolts > 0);

    /// <summary>The pump's driver acknowledges GO and does nothing: it is known to, now and then.</summary>
    public bool PumpIgnoresGo
    {
        get => _pumpDriver.IgnoresGo;
        set => _pumpDriver.IgnoresGo = value;
    }

    /// <summary>Once it swings the pump swings on, until it loses its supply.</summary>
    public bool PumpRunsOn
    {
        get => _pumpDriver.RunsOn;
        set => _pumpDriver.RunsOn = value;
    }

    // A lithium cell in the middle of its range, near enough for an alarm at its end.
    private double BatteryVolts => 3.3 + (0.0075 * BatteryPercent);

    /// <summary>The board's supply. Without it nothing is driven, and every part but the clock and the memory forgets.</summary>
    public bool Powered { get; private set; } = true;

    /// <summary>What is wrong between a part and its bus.</summary>
    public void SetFault(ScenarioPart part, BusFault fault) => Parts.SetFault(part, fault);

    /// <summary>The wall clock shows another time from now on, and says nothing about it.</summary>
    public void JumpClock(TimeSpan by) => _calendar.Jump(by);

    /// <summary>The controller's EN line: its pins float, and the watchdog's latch may be set again. Every other part keeps its supply.</summary>
    public void Reset()
    {
        FloatPins();
        _watchdog.PowerCycle();
    }

    /// <summary>The controller starts its program again by itself: its pins float meanwhile, and the watchdog's latch stays as it is.</summary>
    public void FloatPins()
    {
        _pumpEnable.PowerCycle();
        _inletValve.PowerCycle();
        _outletValve.PowerCycle();
        AlarmLight.PowerCycle();
        OkLight.PowerCycle();
        Sounder.Play(0);
    }

    public void SetPower(bool on)
    {
        Powered = on;
        Reset();
        _pumpDriver.Powered = false;
        Dose.PowerCycle();
        House.PowerCycle();
    }

    /// <summary>Lets time pass with the pins as they are.</summary>
    public void Advance(long durationMs)
    {
        long endUs = Clock.NowUs + (durationMs * 1000);
        _ageing.Advance();

        while (Clock.NowUs < endUs)
        {
            bool rail = RailOn;
            _pumpDriver.Powered = rail;

            // The interlock of the hardware: the valves' drivers see the exclusive or of the two requests.
            bool inlet = rail && _inletValve.High && !_outletValve.High;
            bool outlet = rail && _outletValve.High && !_inletValve.High;
            long stepUs = Math.Min((long)(Fluid.StepSeconds(inlet, outlet) * 1e6), endUs - Clock.NowUs);
            Fluid.Advance(stepUs * 1e-6, _pumpDriver.AmplitudeVolts, inlet, outlet);
            Clock.Advance(stepUs);
        }
    }
}
