using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.HostTests.Core;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>A person who wants delivery to end gets it, whatever else is going on.</summary>
[Trait("Category", "Safety")]
[Trait("Requirement", "SR-608")]
public class HaltTests
{
    private const int RateNlPerHour = 54_000;

    [Theory]
    [InlineData(PumpState.Infusing)]
    [InlineData(PumpState.Bolus)]
    [InlineData(PumpState.Patency)]
    public void A_halt_is_obeyed_in_every_state_that_delivers(PumpState state)
    {
        SyntheticPump world = Bring(state);

        world.Pump.Suspend();
        world.Run(60); // the packet in flight
        double deliveredNl = world.DeliveredNl;
        world.Run(3_600);

        Assert.Equal(PumpState.Suspended, world.Status.State);
        Assert.Equal(deliveredNl, world.DeliveredNl);
    }

    [Fact]
    public void Every_state_that_delivers_is_tried_here()
    {
        Assert.All(System.Enum.GetValues<PumpState>(), state =>
            Assert.Equal(state is PumpState.Infusing or PumpState.Bolus or PumpState.Patency, PumpTransitions.Delivers(state)));
    }

    [Fact]
    public void No_alarm_keeps_a_person_from_halting()
    {
        SyntheticPump world = Bring(PumpState.Patency);
        Assert.Equal(AlarmResponse.PatencyRate, world.Pump.Alarms.Response);

        world.Pump.Suspend();
        world.Pump.Acknowledge();
        world.Run(600);

        Assert.Equal(PumpState.Suspended, world.Status.State);
    }

    [Fact]
    public void A_second_halt_changes_nothing()
    {
        SyntheticPump world = Bring(PumpState.Infusing);
        world.Pump.Suspend();
        world.Run(60);

        world.Pump.Suspend();
        world.Run(60);

        Assert.Equal(PumpState.Suspended, world.Status.State);
    }

    private static SyntheticPump Bring(PumpState state)
    {
        SyntheticPump world = state == PumpState.Bolus ? SyntheticPump.Ready() : SyntheticPump.Infusing(RateNlPerHour);

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
}
