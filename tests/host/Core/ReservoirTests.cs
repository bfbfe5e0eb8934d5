using FsCheck.Fluent;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Log;
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

    [Theory]
    [InlineData(14_999, true)]
    [InlineData(15_000, false)]
    [InlineData(-14_999, true)]
    [InlineData(-15_000, false)]
    public void A_pressure_that_no_bellows_makes_is_not_known(int gaugePa, bool known)
    {
        _reservoir.Report(_status, new Readings { ReservoirPa = 101_325 + gaugePa, ReservoirValid = true, AmbientPa = 101_325, AmbientValid = true });

        Assert.Equal((known, known ? gaugePa : 0), (_status.ReservoirGaugeKnown, _status.ReservoirGaugePa));
    }

    [Fact]
    public void What_is_in_it_is_known_once_somebody_filled_it()
    {
        Remaining(0);
        Assert.Equal((false, false), (_reservoir.Known, _status.ReservoirKnown));

        _reservoir.Refill(1, meteredNl: 0);
        Remaining(0);
        Assert.Equal((true, true), (_reservoir.Known, _status.ReservoirKnown));
    }

    [Fact]
    [Trait("Requirement", "SR-118")]
    public void A_fill_goes_on_after_a_loss_of_power()
    {
        _reservoir.Refill(30_000_000, meteredNl: 7_000_000);
        var totals = new Totals();
        _reservoir.CopyTo(totals);

        var restored = new Reservoir();
        restored.Restore(totals);
        _status.MeteredNl = 8_000_000;
        restored.Report(_status, new Readings());

        Assert.Equal((true, 29_000_000), (restored.Known, _status.ReservoirNl));
    }

    [Theory]
    [Trait("Requirement", "SR-232")]
    [InlineData(0, 31_000_000, 31_000_001)]
    [InlineData(0, 29_000_000, 28_999_999)]
    [InlineData(20_000_000, 14_000_000, 14_000_001)]
    [InlineData(20_000_000, 6_000_000, 5_999_999)]
    public void What_is_forgiven_at_a_refill_is_exact(long meteredNl, int forgivenNl, int contradictedNl)
    {
        _reservoir.Refill(30_000_000, meteredNl: 5_000_000);

        Assert.False(_reservoir.Contradicts(forgivenNl, 5_000_000 + meteredNl));
        Assert.True(_reservoir.Contradicts(contradictedNl, 5_000_000 + meteredNl));
    }

    private long Remaining(long meteredNl)
    {
        _status.MeteredNl = meteredNl;
        _reservoir.Report(_status, new Readings());
        return _status.ReservoirNl;
    }
}
