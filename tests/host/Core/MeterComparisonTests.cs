using System;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Metering;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>Two measures of the same packets, one of which changes.</summary>
[Trait("Category", "Accuracy")]
public class MeterComparisonTests
{
    private const int PacketNl = 200;
    private const double NoiseNl = 1;

    private readonly BoardProfile _board = new();
    private readonly DeliveryStatus _status = new();
    private readonly MeteringRecord _record = new();
    private readonly MeterComparison _comparison;
    private readonly Random _random = new(1);

    public MeterComparisonTests() => _comparison = new MeterComparison(_board, _status, _record);

    [Theory]
    [Trait("Requirement", "SR-173")]
    [InlineData(1.04)]
    [InlineData(0.96)]
    [InlineData(1.0)]
    public void A_new_pump_learns_what_its_flow_sensor_shows(double gain)
    {
        Packets(64, gain);

        Assert.Equal(gain * 1e6, _record.FlowGainPpm, 2_000.0);
        Assert.Equal(1, _comparison.ChangedCount);
        Assert.Equal(PacketNl, _comparison.FlowFl((long)(gain * PacketNl * 1e6), 37_000) / 1e6, 0.5);
    }

    [Fact]
    public void A_flow_sensor_that_is_broken_is_not_learned_away()
    {
        Packets(64, 1.2);
        Assert.Equal(1_000_000 + MeterComparison.MostGainOffPpm, _record.FlowGainPpm);
        Packets(3_000, 1.2);

        Assert.True(_status.ChamberAir);
    }

    [Fact]
    public void What_the_bench_found_is_not_learned_again()
    {
        _record.FlowGainPpm = 1_030_000;
        Packets(100, 1.03);

        Assert.Equal(1_030_000, _record.FlowGainPpm);
        Assert.Equal(0, _status.MeterDriftPpm, 1_000.0);
    }

    [Fact]
    public void The_flow_sensors_own_temperature_is_allowed_for()
    {
        _record.FlowGainPpm = 1_000_000;
        _board.FlowPpmPerC = 1_000;

        Assert.Equal(1_000_000_000 / 1.003, _comparison.FlowFl(1_000_000_000, 40_000), 1.0);
    }

    [Theory]
    [Trait("Requirement", "SR-172")]
    [InlineData(1.03)]
    [InlineData(1.10)]
    [InlineData(1.18)]
    public void A_jump_is_air_within_25_packets_and_all_of_it_counts(double softer)
    {
        Learned();
        Packets(25, softer);
        Assert.True(_status.ChamberAir);

        Packets(80, softer);
        Assert.Equal((softer - 1) * 1e6, _comparison.UnseenPpm, 4_000.0);
    }

    [Fact]
    [Trait("Requirement", "SR-172")]
    public void Air_that_dissolves_ends_the_alarm_and_leaves_nothing_behind()
    {
        Learned();
        Packets(100, 1.05);

        for (int i = 0; i < 5_000; i++)
        {
            Packets(1, 1 + (0.05 * Math.Exp(-i / 700.0)));
        }

        Assert.False(_status.ChamberAir);
        Assert.Equal(0, _comparison.UnseenPpm);
        Assert.False(_status.MetersApart);
    }

    [Theory]
    [InlineData(1.003)]
    [InlineData(0.95)]
    public void A_tiny_jump_and_one_towards_less_are_no_air(double flow)
    {
        Learned();
        Packets(500, flow);

        Assert.False(_status.ChamberAir);
        Assert.False(_comparison.Air);
        Assert.Equal(0, _comparison.UnseenPpm);
    }

    [Fact]
    [Trait("Requirement", "SR-172")]
    public void A_small_jump_counts_without_an_alarm_and_is_no_drift()
    {
        Learned();
        Packets(50, 1.01);
        Assert.True(_comparison.Air);

        Packets(500, 1.01);
        Assert.False(_status.ChamberAir);
        Assert.Equal(10_000, _comparison.UnseenPpm, 4_000.0);
        Assert.Equal(0, _status.MeterDriftPpm, 1_500.0);

        Packets(500, 1);
        Assert.False(_comparison.Air);
        Assert.Equal(0, _comparison.UnseenPpm);
    }

    [Fact]
    public void Two_bad_packets_are_no_air()
    {
        Learned();
        Packets(2, 2);
        Packets(100, 1);

        Assert.False(_status.ChamberAir);
    }

    [Theory]
    [Trait("Requirement", "SR-173")]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    public void A_slow_drift_is_told_at_two_percent_and_what_exceeds_them_counts_when_it_is_more(int sign, bool counts)
    {
        Learned();
        const int Steps = 12_000;

        for (int i = 0; i < Steps; i++)
        {
            Packets(1, 1 + (sign * 0.03 * i / Steps));
            Assert.False(_status.ChamberAir);
        }

        Packets(3_000, 1 + (sign * 0.03));
        Assert.True(_status.MetersApart);
        Assert.Equal(sign * 30_000, _status.MeterDriftPpm, 1_500.0);
        Assert.Equal(counts ? 10_000 : 0, _comparison.UnseenPpm, 1_500.0);
        Assert.Equal(_status.MeterDriftPpm, _record.DriftPpm, 2_000.0);
    }

    [Fact]
    [Trait("Requirement", "SR-173")]
    public void A_drift_outlives_a_reset_and_is_no_jump_after_it()
    {
        Learned();
        _record.DriftPpm = 30_000;
        var after = new MeterComparison(_board, _status, _record);
        after.Restart();
        Assert.Equal((30_000, 10_000), (_status.MeterDriftPpm, after.UnseenPpm));

        for (int i = 0; i < 200; i++)
        {
            after.Take(PacketNl * 1_000_000L, (long)(1.03 * PacketNl * 1e6), 37_000);
        }

        Assert.False(_status.ChamberAir);
        Assert.Equal(30_000, _status.MeterDriftPpm, 500.0);
    }

    [Fact]
    [Trait("Requirement", "SR-227")]
    public void A_month_of_noise_is_neither_air_nor_drift()
    {
        Learned();

        for (int i = 0; i < 200_000; i++)
        {
            Packet(100, 1);
            Assert.False(_status.ChamberAir);
            Assert.False(_status.MetersApart);
            Assert.Equal(0, _comparison.UnseenPpm);
        }
    }

    private void Learned()
    {
        _record.FlowGainPpm = 1_000_000;
        _comparison.Restart();
        Packets(100, 1);
    }

    private void Packets(int count, double flow)
    {
        for (int i = 0; i < count; i++)
        {
            Packet(PacketNl, flow);
        }
    }

    // A sum of twelve is near enough to a Gaussian.
    private void Packet(double chamberNl, double flow)
    {
        double noise = -6;

        for (int i = 0; i < 12; i++)
        {
            noise += _random.NextDouble();
        }

        long chamberFl = (long)(chamberNl * 1e6);
        _comparison.Take(chamberFl, _comparison.FlowFl((long)(((chamberNl * flow) + (NoiseNl * noise)) * 1e6), 37_000), 37_000);
    }
}
