using System;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>Each part that falls silent is named in time, and delivery does what its loss demands.</summary>
[Trait("Category", "Safety")]
public class LostPartTests
{
    [Theory]
    [Trait("Requirement", "SR-223")]
    [InlineData(ScenarioPart.Chamber, AlarmId.ChamberSensorLost, PumpState.Stopped, 5)]
    [InlineData(ScenarioPart.Pump, AlarmId.PumpDriverLost, PumpState.Stopped, 5)]
    [InlineData(ScenarioPart.Flow, AlarmId.FlowSensorLost, PumpState.Patency, 5)]
    [InlineData(ScenarioPart.Catheter, AlarmId.CatheterSensorLost, PumpState.Patency, 5)]
    [InlineData(ScenarioPart.Reservoir, AlarmId.ReservoirSensorLost, PumpState.Infusing, 60)]
    [InlineData(ScenarioPart.Ambient, AlarmId.AmbientSensorLost, PumpState.Infusing, 60)]
    [InlineData(ScenarioPart.DrugTemperature, AlarmId.TemperatureSensorLost, PumpState.Infusing, 60)]
    [InlineData(ScenarioPart.BoardTemperature, AlarmId.BoardSensorLost, PumpState.Infusing, 60)]
    [InlineData(ScenarioPart.FuelGauge, AlarmId.FuelGaugeLost, PumpState.Infusing, 60)]
    [InlineData(ScenarioPart.Clock, AlarmId.ClockLost, PumpState.Infusing, 60)]
    public void A_part_that_falls_silent_is_told_in_time(ScenarioPart part, AlarmId alarm, PumpState state, double seconds) => Lose(part, alarm, state, seconds);

    [Fact]
    [Trait("Requirement", "SR-510")]
    public void A_memory_that_falls_silent_is_told_and_holds_delivery() => Lose(ScenarioPart.Memory, AlarmId.MemoryLost, PumpState.Patency, 5);

    [Fact]
    [Trait("Requirement", "SR-510")]
    public void A_memory_that_acknowledges_and_keeps_nothing_is_told_and_holds_delivery() =>
        Lose(rig => rig.Memory.WriteProtected = true, AlarmId.MemoryLost, PumpState.Patency, 20); // a packet is written every 13 s

    private static void Lose(ScenarioPart part, AlarmId alarm, PumpState state, double seconds) =>
        Lose(rig => rig.SetFault(part, BusFault.Absent), alarm, state, seconds);

    private static void Lose(Action<Rig> fault, AlarmId alarm, PumpState state, double seconds)
    {
        var simulation = new PumpSimulation(new PlantParameters(), new Scenario("lost", "", 1, 1, [], []), seed: 1);
        simulation.RunTo(60);
        Assert.Equal(Verdict.Accepted, simulation.Person.StartTherapy(1.3, days: 14));
        simulation.RunTo(600);
        Assert.Equal(AlarmPriority.None, simulation.Pump.Alarms.Highest);

        fault(simulation.Rig);
        simulation.RunTo(600 + seconds);

        Assert.True(simulation.Pump.Alarms.IsRaised(alarm));
        Assert.Equal(state, simulation.Pump.Status.State);
    }
}
