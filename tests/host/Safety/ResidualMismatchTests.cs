using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.HostTests.Core;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>What a syringe draws out at a refill is the one look at the dose of weeks that no sensor of the pump took.</summary>
[Trait("Category", "Safety")]
[Trait("Requirement", "SR-232")]
public class ResidualMismatchTests
{
    private const int FillNl = 30_000_000;
    private const int RateNlPerHour = 54_000;

    [Theory]
    [InlineData(30_000_000, false)]
    [InlineData(28_900_000, true)]
    [InlineData(29_100_000, false)]
    [InlineData(31_100_000, true)]
    [InlineData(Reservoir.NotMeasuredNl, false)]
    public void With_little_metered_a_millilitre_is_forgiven(int drawnOutNl, bool contradicts)
    {
        var reservoir = new Reservoir();
        reservoir.Refill(FillNl, 0);

        Assert.Equal(contradicts, reservoir.Contradicts(drawnOutNl, 0));
    }

    [Theory]
    [InlineData(6_100_000, false)]
    [InlineData(5_900_000, true)]
    [InlineData(13_900_000, false)]
    [InlineData(14_100_000, true)]
    public void After_weeks_fifteen_percent_of_what_was_metered_is_forgiven_too(int drawnOutNl, bool contradicts)
    {
        var reservoir = new Reservoir();
        reservoir.Refill(FillNl, 5_000_000);

        Assert.Equal(contradicts, reservoir.Contradicts(drawnOutNl, 25_000_000));
    }

    [Fact]
    public void Before_the_first_fill_there_is_nothing_to_contradict() => Assert.False(new Reservoir().Contradicts(17_000_000, 0));

    [Fact]
    public void A_mismatch_holds_delivery_until_a_person_has_seen_it_and_the_new_fill_counts()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(600);

        Assert.Equal(Verdict.Accepted, world.Pump.Refill(25_000_000, 20_000_000, confirmed: true));
        world.Run(1);
        Assert.True(world.Pump.Alarms.IsRaised(AlarmId.ResidualMismatch));
        Assert.Equal((PumpState.Patency, 25_000), (world.Status.State, world.Status.ReservoirNl / 1_000));

        world.Pump.Acknowledge();
        world.Run(1);
        Assert.False(world.Pump.Alarms.IsRaised(AlarmId.ResidualMismatch));
        Assert.Equal(PumpState.Patency, world.Status.State);
        world.Pump.Resume();
        Assert.Equal(PumpState.Infusing, world.Status.State);
    }

    [Fact]
    public void A_refused_fill_accuses_nobody()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);

        Assert.NotEqual(Verdict.Accepted, world.Pump.Refill(2_000_000_000, 1_000, confirmed: true));
        world.Run(1);

        Assert.False(world.Pump.Alarms.IsRaised(AlarmId.ResidualMismatch));
    }
}
