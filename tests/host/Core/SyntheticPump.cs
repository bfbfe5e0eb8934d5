using System;
using Haip.Core;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>A pump with the smallest world that is consistent: a stiff pump, valves without travel, a chamber that fills and empties at once.</summary>
internal sealed class SyntheticPump
{
    private const double HeartHz = 1.17; // no multiple of the packets' rhythm
    private const double RestrictorLetsThrough = 0.1;

    private double _beforeChamberPa;
    private long _beforeMs;

    public SyntheticPump()
    {
        Pump = new Pump(Board);
        _beforeChamberPa = ChamberPa;
    }

    public BoardProfile Board { get; } = new();

    public Pump Pump { get; }

    public DeliveryStatus Status => Pump.Status;

    public Readings Readings { get; } = new();

    public Outputs Outputs { get; } = new();

    public long NowMs { get; set; }

    public long UtcSeconds { get; set; } = 1_767_225_600; // a midnight

    public double ArteryPa { get; set; } = 12_400;

    public double PulsePa { get; set; } = 4_000;

    public double ChamberPa { get; set; } = 12_400;

    /// <summary>1 is the pump that the profile describes.</summary>
    public double Strength { get; set; } = 1;

    /// <summary>How much the chamber really gives way, against what the pump was told; more than 1 with air in it.</summary>
    public double Softness { get; set; } = 1;

    /// <summary>What the flow sensor shows of each volume.</summary>
    public double FlowGain { get; set; } = 1;

    public int DrugMilliC { get; set; } = 37_000;

    public bool Blocked { get; set; }

    /// <summary>V2 stays shut whatever it is told.</summary>
    public bool OutletStuck { get; set; }

    /// <summary>Out of the sealed chamber, through a valve.</summary>
    public double LeakNlPerHour { get; set; }

    public double DeliveredNl { get; private set; }

    private double PulseNowPa => PulsePa / 2 * Math.Sin(2 * Math.PI * HeartHz * NowMs / 1000);

    // The last digit of a measured value is never still.
    private int Noise => (int)(NowMs / 50 % 3);

    /// <summary>Changes what the board would have said.</summary>
    public Action<Readings>? Distort { get; set; }

    /// <summary>Looks at every tick after the pump has decided.</summary>
    public Action? AfterTick { get; set; }

    /// <summary>A pump whose reservoir is known and whose catheter has been seen to pulse.</summary>
    public static SyntheticPump Ready(double strength = 1)
    {
        var world = new SyntheticPump { Strength = strength };
        world.Pump.Refill(30_000_000, confirmed: true);
        Assert.True(world.RunUntil(() => world.Status.State == PumpState.Standby, 70), world.Status.SelfTestStep.ToString());
        world.ChamberPa = world.ArteryPa;
        world.DeliveredNl = 0;
        return world;
    }

    /// <summary>A therapy of one rate, in milliseconds of the first tick.</summary>
    public static SyntheticPump Infusing(int rateNlPerHour)
    {
        SyntheticPump world = Ready();
        world.Pump.StartTherapy(TherapyOrder.Constant(rateNlPerHour, 336, 8_330), confirmed: true);
        return world;
    }

    /// <summary>A pump that delivers in this state, or stands by, for a minute already.</summary>
    public static SyntheticPump In(PumpState state)
    {
        SyntheticPump world = state is PumpState.Bolus or PumpState.Standby ? Ready() : Infusing(54_000);

        if (state == PumpState.Bolus)
        {
            world.Pump.StartBolus(new BolusOrder { Kind = BolusKind.PerfusionTest, VolumeNl = 500_000, RateNlPerHour = 300_000 }, confirmed: true);
        }
        else if (state == PumpState.Patency)
        {
            world.Run(600);
            world.Distort = readings => readings.CatheterValid = false;
        }

        Assert.True(world.RunUntil(() => world.Status.State == state, seconds: 60));
        world.Run(60);
        return world;
    }

    public void Run(double seconds)
    {
        long endMs = NowMs + (long)(seconds * 1000);

        while (NowMs < endMs)
        {
            Tick();
        }
    }

    public bool RunUntil(Func<bool> there, double seconds)
    {
        for (long endMs = NowMs + (long)(seconds * 1000); NowMs < endMs && !there();)
        {
            Tick();
        }

        return there();
    }

    public void Tick()
    {
        Tick(Outputs.NextTickMs == 0 ? Pump.RestTickMs : Outputs.NextTickMs);
    }

    /// <summary>One tick, then this much time with the actuators as they are.</summary>
    public void Tick(int thenMs)
    {
        Look();
        Distort?.Invoke(Readings);
        Pump.Tick(Readings, Outputs);
        AfterTick?.Invoke();
        _beforeChamberPa = ChamberPa;
        _beforeMs = NowMs;
        Move(thenMs);
        NowMs += thenMs;
    }

    private void Look()
    {
        Readings.NowMs = NowMs;
        Readings.ChamberValid = Readings.CatheterValid = Readings.FlowValid = Readings.ReservoirValid = Readings.AmbientValid = true;
        Readings.DrugTemperatureValid = Readings.BoardTemperatureValid = Readings.BatteryValid = Readings.ClockValid = Readings.PumpDriverValid = Readings.MemoryValid = true;
        Readings.FlowSmoothed = Readings.AirInLine = false;
        Readings.ChamberPa = (int)_beforeChamberPa + Noise;
        Readings.ChamberAtMs = _beforeMs;
        Readings.CatheterPa = (int)(ArteryPa + (Blocked ? 0 : PulseNowPa)) + Noise;
        Readings.ReservoirPa = Readings.AmbientPa = 101_325 + Noise;
        Readings.DrugMilliC = DrugMilliC + Noise;
        Readings.BoardMilliC = 37_000 + Noise;
        Readings.BatteryMilliVolts = 3_900 + Noise;
        Readings.BatteryPermille = 800;
        Readings.UtcSeconds = UtcSeconds + (NowMs / 1000);
    }

    private void Move(int durationMs)
    {
        Readings.FlowNlPerHour = 0;

        if (Outputs.InletOpen)
        {
            double stallPa = Outputs.PumpRun ? Strength * Outputs.PumpMilliVolts * Board.StallMilliPaPerVolt * 1e-6 : 0;
            Readings.FlowNlPerHour = (int)(FlowGain * VolumeNl(stallPa - ChamberPa) * Units.MsPerHour / durationMs);
            ChamberPa = stallPa;
        }
        else if (Outputs.OutletOpen && !Blocked && !OutletStuck)
        {
            // The self-test looks for the pulse; packets are judged in a world without it.
            double nextPa = ArteryPa + (Status.State == PumpState.SelfTest ? PulseNowPa * RestrictorLetsThrough : 0);
            DeliveredNl += VolumeNl(ChamberPa - nextPa);
            ChamberPa = nextPa;
        }
        else
        {
            ChamberPa -= LeakNlPerHour * durationMs / Units.MsPerHour * Units.FlPerNl / Board.ChamberFlPerPa;
        }
    }

    private double VolumeNl(double stepPa) => stepPa * Board.ChamberFlPerPa * Softness / Units.FlPerNl;
}
