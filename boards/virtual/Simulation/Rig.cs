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

    /// <param name="seed">Of every noise on the board.</param>
    public Rig(PlantParameters plant, int seed)
    {
        Fluid = new FluidPath(plant);
        _pumpDriver = new Drv2667Part(Clock);
        _watchdog = new WatchdogPart(Clock);
        BoardC = plant.BoardC;

        ulong stream = (ulong)seed << 8;
        SensorError Error(double offset = 0, double sigma = 0, double gain = 1) => new(new Noise(++stream)) { Offset = offset, Sigma = sigma, Gain = gain };

        SensorError flowError = Error(plant.FlowOffsetNlPerMinute, plant.FlowSigmaNlPerMinute, 1 + (plant.FlowGainErrorPercent / 100));
        Dose.Attach(0x08, new Slf3sPart(Clock, () => Fluid.ThroughSensorNl, flowError, () => AirAtSensor));
        Dose.Attach(0x28, new Abp2Part(Clock, () => Fluid.ChamberPa, Error(plant.ChamberSensorOffsetPa, plant.ChamberSensorSigmaPa)));
        Dose.Attach(0x38, new Abp2Part(Clock, () => Fluid.CatheterPa, Error(plant.CatheterSensorOffsetPa, plant.CatheterSensorSigmaPa)));
        Dose.Attach(0x59, _pumpDriver);
        Dose.Attach(0x76, new Ms5837Part(Clock, () => Fluid.AmbientPa + Fluid.Reservoir.GaugePa, () => Fluid.BodyC, Error(sigma: 5)));

        var clock = new Ds3231Part(Clock);
        clock.SetTime(s_start);
        var memory = new Mb85rc256vPart();
        House.Attach(0x36, new Max17048Part(Clock, () => 3.9, Error(sigma: 0.002), () => 80));
        House.Attach(0x48, new Tmp117Part(Clock, () => Fluid.BodyC, Error(sigma: 0.02)));
        House.Attach(0x49, new Tmp117Part(Clock, () => BoardC, Error(sigma: 0.02)));
        House.Attach(0x50, memory);
        House.Attach(0x7C, memory.Identity);
        House.Attach(0x5C, new Lps22hbPart(Clock, () => Fluid.AmbientPa, Error(sigma: 3)));
        House.Attach(0x68, clock);

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

    public VirtualI2cBus Dose { get; } = new();

    public VirtualI2cBus House { get; } = new();

    public BoardPins Pins { get; }

    public OutputPin AlarmLight { get; } = new();

    public OutputPin OkLight { get; } = new();

    public ToneRecorder Sounder { get; } = new();

    public double BoardC { get; set; }

    public bool AirAtSensor { get; set; }

    /// <summary>The pump's driver acknowledges GO and does nothing: it is known to, now and then.</summary>
    public bool PumpIgnoresGo
    {
        get => _pumpDriver.IgnoresGo;
        set => _pumpDriver.IgnoresGo = value;
    }

    /// <summary>The board's supply. Without it nothing is driven, and every part but the clock and the memory forgets.</summary>
    public bool Powered { get; private set; } = true;

    public void SetFault(ScenarioPart part, BusFault fault)
    {
        (VirtualI2cBus bus, byte address) = part switch
        {
            ScenarioPart.Flow => (Dose, (byte)0x08),
            ScenarioPart.Chamber => (Dose, (byte)0x28),
            ScenarioPart.Catheter => (Dose, (byte)0x38),
            ScenarioPart.Pump => (Dose, (byte)0x59),
            ScenarioPart.Reservoir => (Dose, (byte)0x76),
            ScenarioPart.Ambient => (House, (byte)0x5C),
            ScenarioPart.DrugTemperature => (House, (byte)0x48),
            ScenarioPart.BoardTemperature => (House, (byte)0x49),
            ScenarioPart.FuelGauge => (House, (byte)0x36),
            ScenarioPart.Memory => (House, (byte)0x50),
            ScenarioPart.Clock => (House, (byte)0x68),
            _ => throw new ArgumentOutOfRangeException(nameof(part)),
        };
        bus.SetFault(address, fault);
    }

    public void SetPower(bool on)
    {
        Powered = on;
        _pumpEnable.PowerCycle();
        _inletValve.PowerCycle();
        _outletValve.PowerCycle();
        AlarmLight.PowerCycle();
        OkLight.PowerCycle();
        Sounder.Play(0);
        _watchdog.PowerCycle();
        _pumpDriver.Powered = false;
        Dose.PowerCycle();
        House.PowerCycle();
    }

    /// <summary>Lets time pass with the pins as they are.</summary>
    public void Advance(long durationMs)
    {
        long endUs = Clock.NowUs + (durationMs * 1000);

        while (Clock.NowUs < endUs)
        {
            bool rail = Powered && _pumpEnable.High && _watchdog.RailOn;
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
