using FsCheck.Fluent;
using Haip.Core;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Core")]
public class ReservoirTests
{
    private const int HourMs = 3_600_000;

    private readonly Reservoir _reservoir = new();
    private readonly DeliveryStatus _status = new();

    [Fact]
    [Trait("Requirement", "SR-118")]
    public void What_is_left_is_what_was_filled_in_less_what_was_metered_since()
    {
        _reservoir.Refill(30_000_000, meteredNl: 7_000_000);

        Assert.Equal(30_000_000, Remaining(7_000_000));
        Assert.Equal(29_000_000, Remaining(8_000_000));
    }

    [Fact]
    public void A_refill_forgets_the_one_before()
    {
        _reservoir.Refill(30_000_000, meteredNl: 0);
        _reservoir.Refill(10_000_000, meteredNl: 25_000_000);

        Assert.Equal(10_000_000, Remaining(25_000_000));
    }

    [Fact]
    public void The_pressure_of_the_bellows_is_known_only_when_both_sensors_are()
    {
        var readings = new Readings { ReservoirPa = 103_325, ReservoirValid = true, AmbientPa = 101_325, AmbientValid = true };
        _reservoir.Report(_status, readings);
        Assert.Equal((true, 2_000), (_status.ReservoirGaugeKnown, _status.ReservoirGaugePa));

        readings.AmbientValid = false;
        _reservoir.Report(_status, readings);
        Assert.Equal((false, 0), (_status.ReservoirGaugeKnown, _status.ReservoirGaugePa));

        readings.AmbientValid = true;
        readings.ReservoirValid = false;
        _reservoir.Report(_status, readings);
        Assert.Equal((false, 0), (_status.ReservoirGaugeKnown, _status.ReservoirGaugePa));
    }

    [Fact]
    [Trait("Requirement", "SR-118")]
    public void How_long_it_lasts_is_reckoned_at_the_rate_without_a_bolus()
    {
        _reservoir.Refill(Reservoir.ResidualNl + 540_000, meteredNl: 0);
        _status.BasalNlPerHour = 54_000;
        _status.RateNlPerHour = 454_000;

        _reservoir.Report(_status, new Readings());

        Assert.Equal(10 * HourMs, _status.DryInMs);
    }

    [Fact]
    public void Drug_that_cannot_be_drawn_does_not_last()
    {
        Assert.Equal(0, Reservoir.DryInMs(Reservoir.ResidualNl, 54_000));
        Assert.Equal(0, Reservoir.DryInMs(0, 54_000));
        Assert.Equal(HourMs, Reservoir.DryInMs(Reservoir.ResidualNl + 54_000, 54_000));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Without_a_rate_it_lasts_for_ever(int rateNlPerHour)
    {
        Assert.Equal(Reservoir.NeverMs, Reservoir.DryInMs(30_000_000, rateNlPerHour));
    }

    [Fact]
    public void Every_order_that_is_allowed_lasts_as_long_as_is_said()
    {
        var cases = from leftNl in Gen.Choose(0, 50_000_000)
                    from rate in Gen.Choose(1, 800_000)
                    select (leftNl, rate);

        Law.Holds(cases, c =>
        {
            long dryInMs = Reservoir.DryInMs(c.leftNl, c.rate);
            long deliverableNl = c.leftNl > Reservoir.ResidualNl ? c.leftNl - Reservoir.ResidualNl : 0;
            Assert.InRange(deliverableNl - ((double)dryInMs * c.rate / HourMs), 0, (double)c.rate / HourMs);
        });
    }

    private long Remaining(long meteredNl)
    {
        _status.MeteredNl = meteredNl;
        _reservoir.Report(_status, new Readings());
        return _status.ReservoirNl;
    }
}
