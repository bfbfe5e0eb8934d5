using System;
using System.Collections.Generic;
using System.Linq;
using Haip.Core.Catheter;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Accuracy")]
[Trait("Requirement", "SR-461")]
public class PacketBumpTests
{
    private readonly SyntheticCatheter _catheter = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Waves_that_keep_step_with_the_packets_raise_nothing_whatever_their_phase(double phase)
    {
        _catheter.BreathPa = 1_000;
        _catheter.MayerPa = 1_000;
        _catheter.BreathPhase = phase;

        Assert.InRange(Rises(packets: 40).Average(), -130, 130);
    }

    [Theory]
    [InlineData(1.2, 0)]
    [InlineData(1.9, 0)]
    [InlineData(1.5, 0.3)]
    public void A_packet_that_stands_above_the_artery_is_seen_through_pulse_and_waves(double heartHz, double irregularity)
    {
        _catheter.HeartHz = heartHz;
        _catheter.Irregularity = irregularity;
        _catheter.BreathPa = 700;
        _catheter.MayerPa = 700;
        _catheter.RisePa = 500;

        Assert.InRange(Rises(packets: 40).Average(), 200, 900);
    }

    [Fact]
    public void Twice_the_rise_is_twice_as_much()
    {
        _catheter.RisePa = 500;
        double once = Rises(packets: 60).Average();
        _catheter.RisePa = 1_000;
        double twice = Rises(packets: 60).Average();

        Assert.InRange(twice / once, 1.6, 2.4);
    }

    [Fact]
    public void Without_a_pulse_the_rise_is_seen_as_well()
    {
        _catheter.PulsePa = 0;
        _catheter.Status.PulsePa = 30;
        _catheter.RisePa = 500;

        Assert.All(Rises(packets: 10).Skip(1), rise => Assert.InRange(rise, 400, 1_200));
    }

    [Fact]
    public void A_posture_that_changes_between_packets_is_no_rise()
    {
        var bump = new PacketBump(_catheter.Status);
        var rises = new List<int>();

        for (int i = 0; i < 30; i++)
        {
            _catheter.Mean += i % 2 == 0 ? 400 : -400;
            Collect(bump, rises, packets: 1);
        }

        Assert.InRange(rises.Average(), -150, 150);
    }

    [Fact]
    public void A_packet_is_judged_once_and_not_before_its_window_is_whole()
    {
        Assert.Equal(9, Rises(packets: 10).Count); // before the first too little was seen
    }

    [Fact]
    public void Packets_in_quick_succession_are_each_judged()
    {
        var bump = new PacketBump(_catheter.Status);
        int judged = 0;

        for (int ms = 0; ms < 70_000; ms += 50)
        {
            bool open = ms % 7_000 is >= 2_400 and < 6_800;
            judged += bump.Take(ms, SyntheticCatheter.MeanPa + (int)(2_000 * Math.Sin(2 * Math.PI * 1.2 * ms / 1000)), open) ? 1 : 0;
        }

        Assert.InRange(judged, 7, 9);
    }

    private List<int> Rises(int packets)
    {
        var rises = new List<int>();
        Collect(new PacketBump(_catheter.Status), rises, packets);
        return rises;
    }

    private void Collect(PacketBump bump, List<int> rises, int packets) => _catheter.Run(packets, () =>
    {
        if (bump.Take(_catheter.Readings.NowMs, _catheter.Readings.CatheterPa, _catheter.Open))
        {
            rises.Add(bump.RisePa);
        }
    });
}
