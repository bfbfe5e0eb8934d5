using Haip.Core.Delivery;
using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>What flowed against what was ordered, by the sensor that the controller does not dose by.</summary>
[Trait("Category", "Safety")]
public class SupervisorVolumeTests
{
    private const int TherapyNlPerHour = 54_000;

    [Theory]
    [Trait("Requirement", "SR-303")]
    [InlineData(1_780, SupervisorFinding.None)]
    [InlineData(1_820, SupervisorFinding.PacketTooLarge)]
    public void One_packet_has_a_largest_size(int volumeNl, SupervisorFinding expected)
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(125_000);
        feed.Rest(300);

        feed.Fill(volumeNl);

        Assert.Equal(expected, feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-303")]
    public void A_packet_that_is_too_large_never_leaves_the_chamber()
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(TherapyNlPerHour);

        feed.Fill(1_900);
        feed.Outlet = true;
        feed.Tick(100);

        Assert.False(feed.Outputs.OutletOpen);
    }

    [Theory]
    [Trait("Requirement", "SR-305")]
    [InlineData(4_160, 100)]
    [InlineData(54_000, 200)]
    [InlineData(125_000, 300)]
    public void The_order_itself_is_no_finding_with_a_sensor_that_shows_a_twentieth_too_much(int rateNlPerHour, int packetNl)
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(rateNlPerHour);

        feed.Deliver(rateNlPerHour * 1.05, packetNl * 1.05, 6 * 3_600);

        Assert.Equal(SupervisorFinding.None, feed.Finding);
    }

    [Theory]
    [Trait("Requirement", "SR-305")]
    [InlineData(1.07, 24, SupervisorFinding.None)]
    [InlineData(1.10, 24, SupervisorFinding.OrderLimit)]
    [InlineData(1.25, 0.5, SupervisorFinding.OverInfusion)]
    [InlineData(2.00, 0.1, SupervisorFinding.OverInfusion)]
    public void Too_much_is_found_the_sooner_the_more_it_is(double factor, double hours, SupervisorFinding expected)
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(TherapyNlPerHour);
        feed.Deliver(TherapyNlPerHour, 200, 3_600);

        feed.Deliver(TherapyNlPerHour * factor, 200 * factor, hours * 3_600);

        Assert.Equal(expected, feed.Finding);
    }

    /// <summary>At the lowest rate an artery that rises by 10 kPa, as after a faint, takes as much into the chamber as a quarter of an hour's order.</summary>
    [Theory]
    [Trait("Requirement", "SR-305")]
    [InlineData(10_000, SupervisorFinding.None)]
    [InlineData(4_000, SupervisorFinding.OverInfusion)]
    [InlineData(0, SupervisorFinding.OverInfusion)]
    public void What_the_chamber_takes_up_as_its_pressure_says_is_not_too_much(int arteryRisesPa, SupervisorFinding expected)
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(4_160);
        feed.Deliver(4_160, 100, 3_600);

        feed.Readings.CatheterPa += arteryRisesPa;
        feed.Fill(1_000);
        feed.Empty();
        feed.Fill(600);
        feed.Empty();

        Assert.Equal(expected, feed.Finding);
    }

    [Theory]
    [Trait("Requirement", "SR-305")]
    [InlineData(54_000)]
    [InlineData(4_160)]
    public void Packets_as_fast_as_valves_allow_are_stopped_within_five_microlitres(int rateNlPerHour)
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(rateNlPerHour);
        feed.Deliver(rateNlPerHour, 200, 3_600);
        double flowed = 0;

        while (feed.Finding == SupervisorFinding.None && flowed < 100_000)
        {
            feed.Fill(300);
            flowed += 300;

            if (feed.Finding == SupervisorFinding.None)
            {
                feed.Empty();
            }
        }

        Assert.Equal(SupervisorFinding.OverInfusion, feed.Finding);
        Assert.InRange(flowed, 300, 5_000);
    }

    [Fact]
    [Trait("Requirement", "SR-304")]
    public void No_order_lets_more_than_the_hour_through()
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(125_000);
        feed.Supervisor.AllowBolus(5_000_000, 600_000);

        feed.Deliver(700_000, 1_250, 3_600);

        Assert.Equal(SupervisorFinding.HourLimit, feed.Finding);
    }

    [Theory]
    [Trait("Requirement", "SR-304")]
    [InlineData(1, SupervisorFinding.None)]
    [InlineData(2, SupervisorFinding.DayLimit)]
    public void No_orders_let_more_than_the_day_through(int boluses, SupervisorFinding expected)
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(100_000);

        for (int i = 0; i < boluses; i++)
        {
            feed.Supervisor.AllowBolus(5_000_000, 500_000);
            feed.Deliver(600_000, 1_200, 10 * 3_600);
            feed.Deliver(100_000, 300, 1_800);
        }

        Assert.Equal(expected, feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-305")]
    public void An_order_beyond_every_limit_is_not_believed()
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(1_000_000_000);

        feed.Deliver(300_000, 900, 3_600);

        Assert.Equal(SupervisorFinding.OverInfusion, feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-312")]
    public void An_order_with_more_segments_than_there_are_allows_nothing()
    {
        var feed = new SupervisorFeed();
        var order = TherapyOrder.Constant(TherapyNlPerHour, 24, 8_330);
        order.SegmentCount = 9;
        feed.Supervisor.AllowTherapy(order, 86_400_000, 0, 0);

        feed.Rest(20);
        feed.Outlet = true;
        feed.Tick(100);

        Assert.Equal(SupervisorFinding.NotOrdered, feed.Finding);
    }

    [Theory]
    [Trait("Requirement", "SR-305")]
    [InlineData(100_000, SupervisorFinding.None)]
    [InlineData(20_000, SupervisorFinding.OverInfusion)]
    public void The_profile_is_looked_up_by_the_time_of_day(int secondRateNlPerHour, SupervisorFinding expected)
    {
        var order = new TherapyOrder { DurationHours = 24, PatencyNlPerHour = 8_330 };
        order.AddSegment(0, 20_000);
        order.AddSegment(720, secondRateNlPerHour);
        var feed = new SupervisorFeed();
        feed.Rest(10);
        feed.Supervisor.AllowTherapy(order, 86_400_000, (12 * 3_600_000) - 600_000, feed.Readings.NowMs);

        feed.Deliver(20_000, 200, 600);
        feed.Deliver(100_000, 300, 1_200);

        Assert.Equal(expected, feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-305")]
    public void After_the_therapy_only_the_patency_rate_is_allowed()
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(TherapyNlPerHour, hours: 1);
        feed.Deliver(TherapyNlPerHour, 200, 3_600);
        feed.Deliver(8_330, 100, 1_800);
        Assert.Equal(SupervisorFinding.None, feed.Finding);

        feed.Deliver(TherapyNlPerHour, 200, 900);

        Assert.Equal(SupervisorFinding.OverInfusion, feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-305")]
    public void The_therapys_time_stands_still_while_it_is_halted_or_kept_open()
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(TherapyNlPerHour, hours: 1);
        feed.Supervisor.Halt();
        feed.Rest(3_600);
        feed.Supervisor.KeepPatency();
        feed.Deliver(8_330, 100, 3_600);
        feed.Supervisor.Resume();

        feed.Deliver(TherapyNlPerHour, 200, 3_300);

        Assert.Equal(SupervisorFinding.None, feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-305")]
    public void Delivery_while_only_the_artery_is_kept_open_is_too_much()
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(TherapyNlPerHour);
        feed.Deliver(TherapyNlPerHour, 200, 1_800);
        feed.Supervisor.KeepPatency();

        feed.Deliver(TherapyNlPerHour, 200, 1_200);

        Assert.Equal(SupervisorFinding.OverInfusion, feed.Finding);
    }

    [Fact]
    [Trait("Requirement", "SR-305")]
    public void A_bolus_is_allowed_once_and_no_longer()
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(4_160);
        feed.Deliver(4_160, 100, 1_800);
        feed.Supervisor.AllowBolus(100_000, 600_000);
        feed.Deliver(604_160, 1_175, 600);
        feed.Deliver(4_160, 100, 3_600);
        Assert.Equal(SupervisorFinding.None, feed.Finding);

        feed.Deliver(600_000, 1_175, 60);

        Assert.Equal(SupervisorFinding.OverInfusion, feed.Finding);
    }

    [Theory]
    [Trait("Requirement", "SR-301")]
    [InlineData(6_000)]
    [InlineData(-12_000)]
    [InlineData(26_000)]
    public void The_zero_of_the_sensor_is_no_volume(int offsetNlPerHour)
    {
        var feed = new SupervisorFeed { OffsetNlPerHour = offsetNlPerHour };
        feed.Rest(30);
        feed.Allow(TherapyNlPerHour);

        feed.Deliver(TherapyNlPerHour, 200, 6 * 3_600);

        Assert.Equal((SupervisorFinding.None, false), (feed.Finding, feed.Supervisor.UnderInfusion));
    }

    [Fact]
    [Trait("Requirement", "SR-301")]
    public void What_the_sensor_shows_at_rest_beyond_any_zero_flows()
    {
        var feed = new SupervisorFeed { OffsetNlPerHour = 60_000 };
        feed.Rest(30);
        feed.Allow(TherapyNlPerHour);

        feed.Deliver(TherapyNlPerHour, 200, 900);

        Assert.Equal(SupervisorFinding.OverInfusion, feed.Finding);
    }

    [Theory]
    [Trait("Requirement", "SR-306")]
    [InlineData(0.80, true)]
    [InlineData(0.95, false)]
    public void Too_little_over_a_quarter_of_an_hour_is_told_and_takes_nothing_away(double factor, bool expected)
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(125_000);

        feed.Deliver(125_000 * factor, 300, 1_200);

        Assert.Equal((expected, SupervisorFinding.None), (feed.Supervisor.UnderInfusion, feed.Finding));
    }

    [Fact]
    [Trait("Requirement", "SR-306")]
    public void Too_little_is_forgotten_when_it_is_made_up_or_halted()
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(125_000);
        feed.Rest(1_000);
        Assert.True(feed.Supervisor.UnderInfusion);

        feed.Supervisor.Halt();
        Assert.False(feed.Supervisor.UnderInfusion);

        feed.Supervisor.Resume();
        feed.Deliver(125_000, 300, 1_200);
        Assert.False(feed.Supervisor.UnderInfusion);
    }

    [Theory]
    [Trait("Requirement", "SR-305")]
    [InlineData(1.0, SupervisorFinding.None)]
    [InlineData(2.0, SupervisorFinding.OverInfusion)]
    public void Without_a_flow_sensor_the_chambers_rise_counts(double factor, SupervisorFinding expected)
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(TherapyNlPerHour);
        feed.Readings.FlowValid = false;

        feed.Deliver(TherapyNlPerHour * factor, 200 * factor, 3_600);

        Assert.Equal((expected, false), (feed.Finding, feed.Supervisor.UnderInfusion));
    }

    [Fact]
    [Trait("Requirement", "SR-305")]
    public void Without_either_sensor_every_packet_counts_as_the_largest()
    {
        SupervisorFeed feed = SupervisorFeed.Infusing(TherapyNlPerHour);
        feed.Readings.FlowValid = feed.Readings.ChamberValid = false;

        feed.Deliver(TherapyNlPerHour, 200, 120);

        Assert.Equal(SupervisorFinding.OverInfusion, feed.Finding);
    }
}
