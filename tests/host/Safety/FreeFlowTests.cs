using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.HostTests.Core;
using Xunit;

namespace Haip.HostTests.Safety;

[Trait("Category", "Safety")]
[Trait("Requirement", "SR-214")]
public class FreeFlowTests
{
    private const int RateNlPerHour = 54_000;

    [Theory]
    [InlineData(301_000)]
    [InlineData(-301_000)]
    [InlineData(30_000_000)]
    public void Flow_through_closed_valves_stops_delivery_within_two_seconds(int flowNlPerHour)
    {
        SyntheticPump world = AtRest();
        long beganMs = world.NowMs;
        world.Distort = readings => readings.FlowNlPerHour = world.Status.Phase == PacketPhase.Rest ? flowNlPerHour : readings.FlowNlPerHour;

        Assert.True(world.RunUntil(() => world.Status.State == PumpState.Stopped, seconds: 60));

        Assert.InRange(world.NowMs - beganMs, 0, 2_000);

        // Whoever of the two was first, it is told by its name.
        world.Run(1.5);
        Assert.True(world.Pump.Alarms.IsRaised(AlarmId.FreeFlow));
    }

    [Fact]
    public void What_the_sensor_shows_at_rest_is_no_flow()
    {
        SyntheticPump world = AtRest();
        world.Distort = readings => readings.FlowNlPerHour += 50_000;

        world.Run(600);

        Assert.False(world.Pump.Alarms.IsRaised(AlarmId.FreeFlow));
    }

    private static SyntheticPump AtRest()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(600);
        long packets = world.Status.PacketCount;
        Assert.True(world.RunUntil(() => world.Status.PacketCount > packets && world.Status.Phase == PacketPhase.Rest, seconds: 60));
        return world;
    }
}
