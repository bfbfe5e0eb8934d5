using System;
using System.Collections.Generic;
using Haip.Core.Delivery;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Simulation;

/// <summary>What each verb of a scenario does to a pump and its patient.</summary>
internal sealed class ScenarioActions
{
    private const double SecondsPerDay = 86_400;
    private const double SecondsPerHour = 3_600;
    private const double SecondsPerMinute = 60;
    private const double PaPerKPa = 1_000;
    private const double NlPerM3 = 1e12;
    private const double LeakTestPa = 10_000;
    private const double LeastLeakNlPerPaSecond = 1e-7;
    private const double CoughSeconds = 1;

    private readonly PumpSimulation _simulation;

    /// <param name="move">Moves a number of the world from where it is to where a step wants it.</param>
    public ScenarioActions(PumpSimulation simulation, Action<ScenarioStep, double, double, Action<double>> move)
    {
        _simulation = simulation;
        Rig rig = simulation.Rig;
        FluidPath fluid = rig.Fluid;
        var person = new Person(simulation);

        Rows = new Dictionary<ScenarioVerb, Action<ScenarioStep>>
        {
            [ScenarioVerb.StartTherapy] = s => Tell(s, person.StartTherapy(s.Value, s.OverSeconds / SecondsPerDay)),
            [ScenarioVerb.StartBolus] = s => Tell(s, person.StartBolus(s.Value, s.Value / s.OverSeconds * SecondsPerDay)),
            [ScenarioVerb.Suspend] = _ => person.Suspend(),
            [ScenarioVerb.Resume] = _ => person.Resume(),
            [ScenarioVerb.EndTherapy] = _ => person.EndTherapy(),
            [ScenarioVerb.Acknowledge] = _ => person.Acknowledge(),
            [ScenarioVerb.Refill] = s => Tell(s, person.Refill(s.Value)),
            [ScenarioVerb.PowerOff] = _ => simulation.SetPower(false),
            [ScenarioVerb.PowerOn] = _ => simulation.SetPower(true),
            [ScenarioVerb.SetReservoir] = s => fluid.Reservoir.Set(s.Value),
            [ScenarioVerb.Occlude] = s => fluid.OcclusionFactor = s.Value,
            [ScenarioVerb.DisconnectCatheter] = _ => fluid.Connected = false,
            [ScenarioVerb.ConnectCatheter] = _ => fluid.Connected = true,
            [ScenarioVerb.Bubble] = s => fluid.Chamber.AddBubble(s.Value * 1000),
            [ScenarioVerb.PumpStrength] = s => fluid.Pump.Strength = s.Value / 100,
            [ScenarioVerb.LeakInlet] = s => fluid.Inlet.LeakNlPerPaSecond = Leak(s.Value),
            [ScenarioVerb.LeakOutlet] = s => fluid.Outlet.LeakNlPerPaSecond = Leak(s.Value),
            [ScenarioVerb.Unplug] = s => rig.SetFault(s.Part, BusFault.Absent),
            [ScenarioVerb.Plug] = s => rig.Parts.Mend(s.Part),
            [ScenarioVerb.BodyTemperature] = s => move(s, fluid.BodyC, s.Value, v => fluid.BodyC = v),
            [ScenarioVerb.AmbientPressure] = s => move(s, fluid.AmbientPa, s.Value * PaPerKPa, v => fluid.AmbientPa = v),
            [ScenarioVerb.ArteryMean] = s => move(s, fluid.Artery.MeanPa, s.Value * PaPerKPa, v => fluid.Artery.MeanPa = v),
            [ScenarioVerb.ArteryPulse] = s => fluid.Artery.PulsePa = s.Value * PaPerKPa,
            [ScenarioVerb.Nack] = s => rig.SetFault(s.Part, BusFault.Nack),
            [ScenarioVerb.CorruptReads] = s => rig.SetFault(s.Part, BusFault.CorruptReads),
            [ScenarioVerb.StickReads] = s => rig.SetFault(s.Part, BusFault.StuckReads),
            [ScenarioVerb.Stall] = s => rig.SetFault(s.Part, BusFault.Stall),
            [ScenarioVerb.HoldBus] = s => rig.SetFault(s.Part, BusFault.HoldsBus),
            [ScenarioVerb.HoldValue] = s => rig.Parts.HoldValue(s.Part),
            [ScenarioVerb.Drift] = s => rig.Parts.Drift(s.Part, s.Value / SecondsPerMinute),
            [ScenarioVerb.MakeNoisy] = s => rig.Parts.MakeNoisy(s.Part, s.Value),
            [ScenarioVerb.InletStuckOpen] = _ => fluid.Inlet.Jam = ValveJam.Open,
            [ScenarioVerb.InletStuckClosed] = _ => fluid.Inlet.Jam = ValveJam.Closed,
            [ScenarioVerb.OutletStuckOpen] = _ => fluid.Outlet.Jam = ValveJam.Open,
            [ScenarioVerb.OutletStuckClosed] = _ => fluid.Outlet.Jam = ValveJam.Closed,
            [ScenarioVerb.FreeValves] = _ => (fluid.Inlet.Jam, fluid.Outlet.Jam) = (ValveJam.None, ValveJam.None),
            [ScenarioVerb.PumpRunsOn] = _ => rig.PumpRunsOn = true,
            [ScenarioVerb.PumpIgnoresGo] = _ => rig.PumpIgnoresGo = true,
            [ScenarioVerb.PumpObeys] = _ => (rig.PumpRunsOn, rig.PumpIgnoresGo) = (false, false),
            [ScenarioVerb.LeakChamber] = s => fluid.ChamberLeakNlPerPaSecond = s.Value / SecondsPerHour / LeakTestPa,
            [ScenarioVerb.OccludeRestrictor] = s => fluid.RestrictorFactor = s.Value,
            [ScenarioVerb.OccludeSupply] = s => fluid.SupplyPaSecondsPerNl = s.Value * simulation.Plant.RestrictorPaSecondsPerM3 / NlPerM3,
            [ScenarioVerb.DetachReservoir] = _ => fluid.Reservoir.Detached = true,
            [ScenarioVerb.AttachReservoir] = _ => fluid.Reservoir.Detached = false,
            [ScenarioVerb.AirInLine] = _ => rig.AirAtSensor = true,
            [ScenarioVerb.AirGone] = _ => rig.AirAtSensor = false,
            [ScenarioVerb.BrownOut] = s => simulation.LosePower(s.Value),
            [ScenarioVerb.Reset] = _ => simulation.Reset(),
            [ScenarioVerb.Hang] = _ => simulation.Processor.Hang(),
            [ScenarioVerb.Throw] = _ => rig.Dose.BreakWith(new InvalidOperationException("as a scenario wants it")),
            [ScenarioVerb.ExhaustHeap] = _ => rig.Dose.BreakWith(new InsufficientMemoryException()),
            [ScenarioVerb.HoldButton] = _ => simulation.Processor.ButtonDown = true,
            [ScenarioVerb.ReleaseButton] = _ => simulation.Processor.ButtonDown = false,
            [ScenarioVerb.JumpClock] = s => rig.JumpClock(TimeSpan.FromHours(s.Value)),
            [ScenarioVerb.Battery] = s => rig.BatteryPercent = s.Value,
            [ScenarioVerb.BoardTemperature] = s => move(s, rig.BoardC, s.Value, v => rig.BoardC = v),
            [ScenarioVerb.HeartRate] = s => fluid.Artery.HeartRateHz = s.Value / SecondsPerMinute,
            [ScenarioVerb.Breathing] = s => fluid.Artery.RespirationPa = s.Value * PaPerKPa,
            [ScenarioVerb.Arrhythmia] = s => fluid.Artery.Irregularity = s.Value / 100,
            [ScenarioVerb.Cough] = s => fluid.Artery.Strain(s.Value * PaPerKPa, CoughSeconds),
        };
    }

    public IReadOnlyDictionary<ScenarioVerb, Action<ScenarioStep>> Rows { get; }

    private static double Leak(double nlPerHourAt10KPa) => Math.Max(LeastLeakNlPerPaSecond, nlPerHourAt10KPa / SecondsPerHour / LeakTestPa);

    private void Tell(ScenarioStep step, Verdict verdict)
    {
        if (verdict != Verdict.Accepted)
        {
            _simulation.Recorder.Note($"{step.Verb} refused: {verdict} {_simulation.Pump.Orders.Check.Field}");
        }
    }
}
