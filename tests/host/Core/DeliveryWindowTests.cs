using System;
using FsCheck.Fluent;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Core")]
public class DeliveryWindowTests
{
    private const int MinuteMs = 60_000;
    private const long OrderedNlPerMinute = 10_000; // far more than a packet, so that percentages can be tested

    private readonly DeliveryWindow _window = new();
    private readonly DeliveryStatus _status = new();

    public DeliveryWindowTests() => _window.Reset(_status);

    [Theory]
    [Trait("Requirement", "SR-215")]
    [InlineData(1.09, false)]
    [InlineData(1.13, true)]
    public void More_than_a_tenth_too_much_over_a_quarter_of_an_hour_is_too_much(double share, bool over)
    {
        Run(minutes: 40, meteredShare: share, flowShare: 1);

        Assert.Equal(over, _status.OverInfusion);
    }

    [Fact]
    [Trait("Requirement", "SR-215")]
    public void For_too_much_the_flow_sensor_alone_is_enough()
    {
        Run(minutes: 40, meteredShare: 1, flowShare: 1.2);

        Assert.True(_status.OverInfusion);
        Assert.False(_status.UnderInfusion);
    }

    [Theory]
    [Trait("Requirement", "SR-216")]
    [InlineData(0.91, false)]
    [InlineData(0.87, true)]
    public void More_than_a_tenth_too_little_over_an_hour_is_too_little(double share, bool under)
    {
        Run(minutes: 70, meteredShare: share, flowShare: share);

        Assert.Equal(under, _status.UnderInfusion);
    }

    /// <summary>Told at its end if it was short, and then past: nothing of it is told of the therapy that goes on.</summary>
    [Fact]
    [Trait("Requirement", "SR-216")]
    public void A_bolus_that_was_short_is_too_little_while_it_runs_and_no_more_when_it_is_over()
    {
        Run(minutes: 70, meteredShare: 1, flowShare: 1);
        _status.BolusLeftNl = 1;
        Run(minutes: 30, meteredShare: 0.7, flowShare: 0.7);
        Assert.True(_status.UnderInfusion);

        _status.BolusLeftNl = 0;

        for (int minute = 0; minute < 60; minute++)
        {
            Run(minutes: 1, meteredShare: 1, flowShare: 1);
            Assert.False(_status.UnderInfusion, $"{minute}");
        }

        Run(minutes: 55, meteredShare: 0.8, flowShare: 0.8);
        Assert.True(_status.UnderInfusion);
    }

    [Fact]
    public void Nothing_is_said_before_a_window_is_full()
    {
        Run(minutes: 15, meteredShare: 3, flowShare: 3);
        Assert.False(_status.OverInfusion);
        Run(minutes: 2, meteredShare: 3, flowShare: 3);
        Assert.True(_status.OverInfusion);

        _window.Reset(_status);
        Assert.False(_status.OverInfusion);
        Run(minutes: 60, meteredShare: 0, flowShare: 0);
        Assert.False(_status.UnderInfusion);
        Run(minutes: 2, meteredShare: 0, flowShare: 0);
        Assert.True(_status.UnderInfusion);
    }

    [Fact]
    [Trait("Requirement", "SR-215")]
    public void What_is_wrong_is_seen_again_and_again_after_days_of_being_right()
    {
        for (int day = 0; day < 3; day++)
        {
            Run(minutes: 1_440, meteredShare: 1, flowShare: 1);
            Assert.False(_status.OverInfusion || _status.UnderInfusion);
            Run(minutes: 16, meteredShare: 1.3, flowShare: 1);
            Assert.True(_status.OverInfusion);
            Run(minutes: 61, meteredShare: 1, flowShare: 1);
            Assert.False(_status.OverInfusion || _status.UnderInfusion);
        }
    }

    [Fact]
    public void An_interruption_is_forgotten()
    {
        Run(minutes: 100, meteredShare: 0, flowShare: 0);
        Assert.True(_status.UnderInfusion);

        _window.Reset(_status);

        Assert.False(_status.UnderInfusion);
        Run(minutes: 100, meteredShare: 1, flowShare: 1);
        Assert.False(_status.OverInfusion || _status.UnderInfusion);
    }

    [Fact]
    public void A_pump_that_is_never_more_than_a_packet_off_is_never_blamed()
    {
        const int PacketNl = PacketPlanner.MinPacketNl;
        var cases = from rate in Gen.Choose(4_160, 125_000)
                    from errors in Gen.ArrayOf(Gen.Choose(-PacketNl / 2, PacketNl / 2), 180)
                    select (rate, errors);

        Law.Holds(cases, c =>
        {
            var window = new DeliveryWindow();
            var status = new DeliveryStatus();
            window.Reset(status);

            for (int minute = 0; minute < c.errors.Length; minute++)
            {
                status.NowMs = (long)minute * MinuteMs;
                status.OrderedNl = (long)c.rate * minute / 60;
                status.MeteredNl = status.OrderedNl + c.errors[minute];
                status.FlowNl = status.OrderedNl + c.errors[^(minute + 1)];
                window.Take(status);
                Assert.False(status.OverInfusion || status.UnderInfusion, $"minute {minute}");
            }
        });
    }

    private void Run(int minutes, double meteredShare, double flowShare)
    {
        for (int i = 0; i < minutes; i++)
        {
            _window.Take(_status);
            _status.NowMs += MinuteMs / 2;
            _window.Take(_status); // the same minute counts once
            _status.NowMs += MinuteMs / 2;
            _status.OrderedNl += OrderedNlPerMinute;
            _status.MeteredNl += (long)Math.Round(OrderedNlPerMinute * meteredShare);
            _status.FlowNl += (long)Math.Round(OrderedNlPerMinute * flowShare);
        }
    }
}
