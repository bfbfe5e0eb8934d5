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
    [Theory]
    [InlineData(PumpState.Infusing)]
    [InlineData(PumpState.Bolus)]
    [InlineData(PumpState.Patency)]
    public void A_halt_is_obeyed_in_every_state_that_delivers(PumpState state)
    {
        SyntheticPump world = SyntheticPump.In(state);

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
        SyntheticPump world = SyntheticPump.In(PumpState.Patency);
        Assert.Equal(AlarmResponse.PatencyRate, world.Pump.Alarms.Response);

        world.Pump.Suspend();
        world.Pump.Acknowledge();
        world.Run(600);

        Assert.Equal(PumpState.Suspended, world.Status.State);
    }

    [Fact]
    public void A_second_halt_changes_nothing()
    {
        SyntheticPump world = SyntheticPump.In(PumpState.Infusing);
        world.Pump.Suspend();
        world.Run(60);

        world.Pump.Suspend();
        world.Run(60);

        Assert.Equal(PumpState.Suspended, world.Status.State);
    }
}
