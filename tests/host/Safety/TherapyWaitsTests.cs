using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.HostTests.Core;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>An artery without flow clots within hours, so a therapy that waits for a person says so.</summary>
[Trait("Category", "Safety")]
[Trait("Requirement", "SR-226")]
public class TherapyWaitsTests
{
    private const int RateNlPerHour = 54_000;

    [Fact]
    public void A_halt_is_told_after_ten_minutes_and_no_more_when_it_ends()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(60);
        world.Pump.Suspend();

        world.Run(599);
        Assert.False(world.Pump.Alarms.IsRaised(AlarmId.TherapyWaits));
        world.Run(2);
        Assert.True(world.Pump.Alarms.IsRaised(AlarmId.TherapyWaits));
        Assert.Equal(AlarmPriority.Medium, world.Pump.Alarms.Audible);

        world.Pump.Resume();
        world.Run(1);
        Assert.False(world.Pump.Alarms.IsRaised(AlarmId.TherapyWaits));
    }

    [Fact]
    public void A_stop_that_was_acknowledged_and_not_resumed_is_told()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Distort = readings => readings.AirInLine = true;
        world.Run(1);
        world.Distort = null;
        world.Run(1);
        world.Pump.Acknowledge();
        Assert.Equal(PumpState.Suspended, world.Status.State);

        world.Run(601);

        Assert.True(world.Pump.Alarms.IsRaised(AlarmId.TherapyWaits));
    }

    [Fact]
    public void A_therapy_that_an_acknowledged_alarm_left_at_the_patency_rate_is_told()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(60);
        world.Distort = readings => readings.FlowValid = false;
        world.Run(1_200);
        Assert.False(world.Pump.Alarms.IsRaised(AlarmId.TherapyWaits)); // the alarm stands, and tells enough
        world.Distort = null;
        world.Run(1);
        world.Pump.Acknowledge();
        Assert.Equal((PumpState.Patency, AlarmResponse.Continue), (world.Status.State, world.Pump.Alarms.Response));

        world.Run(598);
        Assert.False(world.Pump.Alarms.IsRaised(AlarmId.TherapyWaits));
        world.Run(4);
        Assert.True(world.Pump.Alarms.IsRaised(AlarmId.TherapyWaits));

        world.Pump.Resume();
        world.Run(1);
        Assert.False(world.Pump.Alarms.IsRaised(AlarmId.TherapyWaits));
    }

    [Fact]
    public void A_therapy_that_is_over_does_not_wait_at_the_patency_rate()
    {
        SyntheticPump world = SyntheticPump.Ready();
        world.Pump.StartTherapy(TherapyOrder.Constant(RateNlPerHour, 1, 8_330), confirmed: true);

        world.Run(3_600 + 1_200);

        Assert.Equal(PumpState.Patency, world.Status.State);
        Assert.False(world.Pump.Alarms.IsRaised(AlarmId.TherapyWaits));
    }

    [Fact]
    public void A_therapy_held_at_the_patency_rate_before_a_reset_is_told_at_once_after_it()
    {
        MemoryWorld before = MemoryWorld.Infusing();
        before.World.Distort += readings => readings.FlowValid = false;
        before.World.Run(60);
        Assert.Equal(PumpState.Patency, before.Pump.Status.State);

        MemoryWorld after = before.After(60);
        after.PassSelfTest();
        after.World.Run(1);

        Assert.Equal(PumpState.Patency, after.Pump.Status.State);
        Assert.True(after.Pump.Alarms.IsRaised(AlarmId.TherapyWaits));
    }

    [Fact]
    public void Where_nothing_was_ordered_nothing_waits()
    {
        SyntheticPump world = SyntheticPump.Ready();
        world.Pump.StartBolus(new BolusOrder { Kind = BolusKind.PerfusionTest, VolumeNl = 200_000, RateNlPerHour = 400_000 }, confirmed: true);
        world.Run(10);
        world.Pump.Suspend();

        world.Run(1_200);

        Assert.Equal(PumpState.Suspended, world.Status.State);
        Assert.False(world.Pump.Alarms.IsRaised(AlarmId.TherapyWaits));
    }

    [Fact]
    public void A_therapy_that_a_long_gap_held_back_is_told_as_soon_as_the_pump_is_awake()
    {
        var simulation = new PumpSimulation(new PlantParameters(), new Scenario("gap", "", 1, 1, [], []), seed: 1);
        simulation.RunTo(60);
        Assert.Equal(Verdict.Accepted, simulation.Person.StartTherapy(1.3, days: 14));
        simulation.RunTo(300);
        simulation.LosePower(31 * 60);

        simulation.RunTo(300 + (31 * 60) + 75);

        Assert.Equal(PumpState.Suspended, simulation.Pump.Status.State);
        Assert.True(simulation.Pump.Alarms.IsRaised(AlarmId.TherapyWaits));
    }
}
