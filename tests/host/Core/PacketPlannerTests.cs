using System;
using FsCheck.Fluent;
using Haip.Core;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Core")]
public class PacketPlannerTests
{
    private const int DeadBandMilliVolts = 15_000; // Bartels mp6 data sheet v1.2, fig. 10

    private readonly BoardProfile _board = new();
    private readonly PacketPlanner _planner;

    public PacketPlannerTests() => _planner = new PacketPlanner(_board);

    [Theory]
    [InlineData(150_000, 50, true)]
    [InlineData(150_000, 70, false)]
    [InlineData(30_000, 50, false)]  // near the dead band
    public void A_pump_that_is_driven_hard_and_reaches_half_is_broken(int milliVolts, int reachedPercent, bool expected)
    {
        for (int i = 0; i < 20; i++)
        {
            _planner.Learn(150_000, (int)(150L * _board.StallMilliPaPerVolt * reachedPercent / 100_000), 0, atOnce: true);
        }

        Assert.Equal(expected, _planner.IsBroken(milliVolts));
    }

    [Theory]
    [InlineData(125, 125)]
    [InlineData(60, 100)]  // a weak pump shows by fills that miss
    [InlineData(0, 100)]
    public void A_self_test_tells_of_a_stronger_pump_and_hides_no_weak_one(int foundPercent, int expectedPercent)
    {
        _planner.Begin(_board.StallMilliPaPerVolt * foundPercent / 100);

        Assert.Equal(_board.StallMilliPaPerVolt * expectedPercent / 100, _planner.StallMilliPaPerVolt);
    }

    [Theory]
    [Trait("Requirement", "SR-107")]
    [InlineData(4_167)]   // 0.1 mL/day
    [InlineData(8_333)]
    [InlineData(20_833)]
    [InlineData(41_667)]
    [InlineData(54_167)]  // 1.3 mL/day
    [InlineData(83_333)]
    [InlineData(125_000)] // 3 mL/day
    public void At_therapy_rates_packets_are_small(int rateNlPerHour)
    {
        Assert.InRange(PacketPlanner.PacketNl(rateNlPerHour), PacketPlanner.MinPacketNl, 400);
    }

    [Fact]
    public void A_higher_rate_never_has_smaller_packets()
    {
        Law.Holds(Gen.Two(Gen.Choose(0, 1_000_000)), rates =>
        {
            (int low, int high) = rates.Item1 < rates.Item2 ? rates : (rates.Item2, rates.Item1);
            Assert.True(PacketPlanner.PacketNl(low) <= PacketPlanner.PacketNl(high));
            Assert.InRange(PacketPlanner.PacketNl(high), PacketPlanner.MinPacketNl, PacketPlanner.MaxPacketNl);
        }, times: 2_000);
    }

    [Fact]
    [Trait("Requirement", "SR-105")]
    public void A_packet_is_due_only_in_full()
    {
        Law.Holds(Gen.Zip(Gen.Choose(-5_000, 5_000), Gen.Choose(1, 800_000)), c =>
        {
            (int dueNl, int rateNlPerHour) = c;
            int packetNl = PacketPlanner.DueNl(dueNl, rateNlPerHour, twice: false);
            int usualNl = PacketPlanner.PacketNl(rateNlPerHour);
            int mostNl = dueNl < 2 * usualNl ? usualNl : Math.Max(usualNl, Math.Min(dueNl, PacketPlanner.TherapyPacketNl)); // what the artery pushed back comes sooner
            Assert.Equal(dueNl >= usualNl ? mostNl : 0, packetNl);
        }, times: 2_000);
    }

    [Theory]
    [Trait("Requirement", "SR-107")]
    [InlineData(4_167, 2 * PacketPlanner.MinPacketNl)]
    [InlineData(54_167, 400)]
    [InlineData(125_000, 2 * PacketPlanner.TherapyPacketNl)]
    [InlineData(600_000, 1_166)] // a bolus has no time to spare
    public void A_catheter_that_may_be_narrow_gets_packets_of_twice_the_volume_and_never_before_they_are_due(int rateNlPerHour, int volumeNl)
    {
        Assert.Equal(0, PacketPlanner.DueNl(volumeNl - 1, rateNlPerHour, twice: true));
        Assert.Equal(volumeNl, PacketPlanner.DueNl(volumeNl, rateNlPerHour, twice: true), 1.0);
        Assert.InRange(PacketPlanner.DueNl(3 * volumeNl, rateNlPerHour, twice: true), volumeNl, PacketPlanner.MaxPacketNl);
    }

    [Fact]
    public void Never_more_than_what_is_due_is_given()
    {
        Law.Holds(Gen.Zip(Gen.Choose(-5_000, 5_000), Gen.Elements(0, 0, 54_000, 600_000)), c =>
        {
            (int dueNl, int rateNlPerHour) = c;
            Assert.InRange(PacketPlanner.DueNl(dueNl, rateNlPerHour, twice: false), 0, dueNl > 0 ? dueNl : 0);
        }, times: 2_000);
    }

    [Fact]
    public void What_is_left_of_a_finished_order_is_given_unless_it_is_too_little()
    {
        Assert.Equal(PacketPlanner.SmallestRemainderNl, PacketPlanner.DueNl(PacketPlanner.SmallestRemainderNl, 0, twice: false));
        Assert.Equal(0, PacketPlanner.DueNl(PacketPlanner.SmallestRemainderNl - 1, 0, twice: false));
        Assert.Equal(PacketPlanner.TherapyPacketNl, PacketPlanner.DueNl(10_000, 0, twice: false));
    }

    [Fact]
    public void The_drive_grows_with_the_pressure_wanted_and_shrinks_with_the_reservoirs_help()
    {
        Assert.True(_planner.DriveMilliVolts(16_000, 0) > _planner.DriveMilliVolts(14_000, 0));
        Assert.True(_planner.DriveMilliVolts(16_000, 3_000) < _planner.DriveMilliVolts(16_000, 0));
        Assert.Equal(_planner.DriveMilliVolts(16_000, -2_000), _planner.DriveMilliVolts(18_000, 0));
    }

    [Fact]
    public void The_drive_stalls_at_the_pressure_wanted()
    {
        long stallPa = (long)_planner.DriveMilliVolts(16_000, 0) * _board.StallMilliPaPerVolt / 1_000_000;

        Assert.InRange(stallPa, 15_990, 16_000);
    }

    [Fact]
    public void Whatever_is_asked_the_drive_is_one_that_the_board_has()
    {
        var anything = Gen.OneOf(Gen.Choose(-100_000, 100_000), Gen.Choose(int.MinValue, int.MaxValue), Gen.Elements(int.MinValue, int.MaxValue));

        Law.Holds(Gen.Zip(Gen.Two(anything), Gen.Two(anything)), c =>
        {
            var planner = new PacketPlanner(_board);
            planner.Learn(c.Item1.Item1, c.Item1.Item2, c.Item2.Item1, atOnce: false);
            planner.LearnFill(100, c.Item2.Item2);
            Assert.InRange(planner.DriveMilliVolts(c.Item1.Item2, c.Item2.Item2), 0, _board.MaxPumpMilliVolts);
            Assert.InRange(planner.StallMilliPaPerVolt, _board.StallMilliPaPerVolt / 2, _board.StallMilliPaPerVolt * 3 / 2);
            Assert.InRange(planner.FillMs, 50, 2_000);
        }, times: 2_000);
    }

    [Theory]
    [InlineData(0.7)]
    [InlineData(1.0)]
    [InlineData(1.4)]
    public void The_drive_of_a_worn_or_strong_pump_is_learned(double strength)
    {
        const int WantedPa = 16_000;

        for (int packet = 0; packet < 40; packet++)
        {
            int milliVolts = _planner.DriveMilliVolts(WantedPa, 0);
            _planner.Learn(milliVolts, (int)Reached(milliVolts, strength), 0, atOnce: false);
        }

        Assert.InRange(Reached(_planner.DriveMilliVolts(WantedPa, 0), strength), WantedPa * 0.99, WantedPa * 1.01);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000_000)]
    public void Absurd_fills_move_the_drive_only_so_far(int fullPa)
    {
        for (int packet = 0; packet < 1_000; packet++)
        {
            _planner.Learn(80_000, fullPa, 0, atOnce: false);
        }

        Assert.InRange(_planner.StallMilliPaPerVolt, _board.StallMilliPaPerVolt / 2, _board.StallMilliPaPerVolt * 3 / 2);
    }

    [Fact]
    public void The_lowest_pressure_that_is_worth_a_try_is_above_the_dead_band()
    {
        int milliVolts = _planner.DriveMilliVolts(_planner.LowestFullPa(7_600), 7_600);

        Assert.InRange(milliVolts, DeadBandMilliVolts + 2_000, 2 * DeadBandMilliVolts);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(20_000)]
    public void A_fill_with_hardly_any_drive_teaches_nothing(int milliVolts)
    {
        _planner.Learn(milliVolts, 30_000, 0, atOnce: false);

        Assert.Equal(_board.StallMilliPaPerVolt, _planner.StallMilliPaPerVolt);
    }

    [Fact]
    public void A_slow_fill_is_given_more_time_and_a_quick_one_less_within_bounds()
    {
        int nominalMs = _planner.FillMs;

        _planner.LearnFill(200, 100_000_000);
        Assert.True(_planner.FillMs > nominalMs);

        int longestMs = Repeat(100_000_000);
        Assert.Equal(longestMs, Repeat(100_000_000));

        int shortestMs = Repeat(0);
        Assert.Equal(shortestMs, Repeat(0));
        Assert.InRange(shortestMs, 1, nominalMs);
        Assert.InRange(longestMs, nominalMs + 1, 5_000);
    }

    private int Repeat(int lastFlowNlPerHour)
    {
        for (int packet = 0; packet < 500; packet++)
        {
            _planner.LearnFill(200, lastFlowNlPerHour);
        }

        return _planner.FillMs;
    }

    private double Reached(int milliVolts, double strength) => milliVolts * strength * _board.StallMilliPaPerVolt * 1e-6;
}
