using System;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>An artery that stands higher than the pump reaches, as in a cough: the pump waits, and only a pump that is weak is told.</summary>
[Trait("Category", "Core")]
[Trait("Requirement", "SR-178")]
public class PumpReachTests
{
    private const int MostSeconds = 60;
    private const int StrainPa = 26_000;
    private const int RestingPa = 12_400;

    [Theory]
    [InlineData(0.75)]
    [InlineData(0.9)]
    public void What_a_strain_lifts_out_of_reach_is_waited_for_and_is_no_fault_of_the_pump(double strength)
    {
        SyntheticPump world = Bolus(strength);
        int mostWrong = 0;
        world.AfterTick = () => mostWrong = Math.Max(mostWrong, world.Status.WrongFillPackets);

        world.ArteryPa = StrainPa;
        world.Run(30);
        double heldNl = world.DeliveredNl;
        world.Run(30);

        Assert.Equal((0, heldNl), (mostWrong, world.DeliveredNl));
        Assert.Equal(PumpState.Bolus, world.Status.State);

        world.ArteryPa = RestingPa;
        world.Run(MostSeconds);

        Assert.InRange(world.DeliveredNl - heldNl, 3_000, 15_000);
        Assert.Equal((0, PumpState.Bolus), (mostWrong, world.Status.State));
    }

    [Theory]
    [Trait("Requirement", "SR-219")]
    [InlineData(0)]
    [InlineData(0.3)]
    [InlineData(0.5)]
    public void A_pump_weaker_than_a_sound_one_may_be_is_told_within_three_fills(double strength)
    {
        SyntheticPump world = Bolus(strength: 1);

        world.Strength = strength;

        Assert.True(world.RunUntil(() => world.Pump.Alarms.IsRaised(AlarmId.PumpNotPumping), 20));
    }

    [Fact]
    [Trait("Requirement", "SR-217")]
    public void Behind_a_packet_that_stayed_in_the_catheter_the_fill_is_tried_and_is_the_second_finding()
    {
        SyntheticPump world = Bolus(strength: 0.8);
        world.AfterTick = () => world.Status.OccludedPackets = Math.Max(1, world.Status.OccludedPackets);
        world.ArteryPa = StrainPa;
        world.Blocked = true;

        Assert.True(world.RunUntil(() => world.Pump.Alarms.IsRaised(AlarmId.CatheterOccluded), 30));
    }

    [Fact]
    public void What_stays_out_of_reach_is_tried_before_the_rest_of_a_bolus_is_forbidden()
    {
        SyntheticPump world = Bolus(strength: 0.8);

        world.ArteryPa = StrainPa;
        world.Run(80);
        Assert.Equal(0, world.Status.WrongFillPackets);

        Assert.True(world.RunUntil(() => world.Pump.Alarms.IsRaised(AlarmId.PumpNotPumping), 50));
    }

    [Fact]
    public void No_chamber_is_filled_beyond_what_its_sensor_shows()
    {
        SyntheticPump world = Bolus(strength: 1.4);
        world.Run(300);
        double highestPa = 0;
        world.AfterTick = () => highestPa = Math.Max(highestPa, world.ChamberPa);

        world.ArteryPa = 23_500;
        world.Run(MostSeconds);

        Assert.InRange(highestPa, 30_000, 34_474);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1.25)]
    public void The_first_packet_of_a_strong_pump_is_as_large_as_ordered(double strength)
    {
        SyntheticPump world = SyntheticPump.Ready(strength);
        world.Pump.StartBolus(new BolusOrder { Kind = BolusKind.PerfusionTest, VolumeNl = 500_000, RateNlPerHour = 600_000 }, confirmed: true);

        Assert.True(world.RunUntil(() => world.Status.PacketCount > 0, 30));
        Assert.InRange(world.DeliveredNl, 800, 1_350);
    }

    private static SyntheticPump Bolus(double strength)
    {
        SyntheticPump world = SyntheticPump.Ready();
        world.Strength = strength;
        world.Pump.StartBolus(new BolusOrder { Kind = BolusKind.PerfusionTest, VolumeNl = 500_000, RateNlPerHour = 600_000 }, confirmed: true);
        world.Run(MostSeconds);
        return world;
    }
}
