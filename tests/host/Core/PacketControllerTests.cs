using System;
using Haip.Core.Catheter;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>Packets as the whole pump fires and judges them, in a world without noise.</summary>
[Trait("Category", "Core")]
public class PacketControllerTests
{
    private const int RateNlPerHour = 54_000;
    private const int HourSeconds = 3_600;

    [Theory]
    [Trait("Requirement", "SR-105")]
    [InlineData(4_200, 1.0)]
    [InlineData(54_000, 0.9)]
    [InlineData(54_000, 1.0)]
    [InlineData(54_000, 1.3)]
    [InlineData(125_000, 1.0)]
    public void The_patient_gets_what_was_ordered_whatever_the_pumps_strength(int rateNlPerHour, double strength)
    {
        SyntheticPump world = SyntheticPump.Infusing(rateNlPerHour);
        world.Strength = strength;

        world.Run(6 * HourSeconds);

        Assert.Equal(PumpState.Infusing, world.Status.State);
        Assert.InRange(world.Status.OrderedNl - world.DeliveredNl, -PacketPlanner.TherapyPacketNl, 2 * PacketPlanner.TherapyPacketNl);
        Assert.Equal(world.DeliveredNl, world.Status.MeteredNl, 0.005 * world.DeliveredNl);
        Assert.Equal(AlarmPriority.None, world.Pump.Alarms.Highest);
    }

    [Fact]
    public void A_bolus_is_given_within_its_time_and_never_exceeded()
    {
        SyntheticPump world = SyntheticPump.Ready();
        world.Pump.StartBolus(new BolusOrder { Kind = BolusKind.PerfusionTest, VolumeNl = 200_000, RateNlPerHour = 400_000 }, confirmed: true);

        Assert.True(world.RunUntil(() => world.Status.State == PumpState.Standby, HourSeconds));

        Assert.InRange(world.DeliveredNl, 200_000 - 200, 200_000 + 50);
    }

    [Fact]
    [Trait("Requirement", "SR-109")]
    public void Without_ever_having_seen_the_catheters_pressure_no_packet_leaves()
    {
        var world = new SyntheticPump { Distort = readings => readings.CatheterValid = false };
        world.Pump.Refill(30_000_000, confirmed: true);
        world.Pump.StartTherapy(TherapyOrder.Constant(RateNlPerHour, 48, 8_330), confirmed: true);

        world.Run(HourSeconds);

        Assert.Equal(0, world.Status.PacketCount);
        Assert.Equal(0, world.DeliveredNl);
    }

    [Fact]
    public void A_small_packet_that_stayed_although_there_is_a_pulse_is_followed_by_one_of_twice_its_volume()
    {
        const int SlowNlPerHour = 23_000;
        SyntheticPump world = SyntheticPump.Infusing(SlowNlPerHour);
        world.Run(HourSeconds);
        world.OutletStuck = true;
        Assert.True(world.RunUntil(() => world.Status.BlockedPackets == 1, 60));
        world.OutletStuck = false;
        long packets = world.Status.PacketCount;

        Assert.True(world.RunUntil(() => world.Status.PacketCount > packets, 60));

        Assert.InRange(world.Status.DeliveredNl, 1.9 * PacketPlanner.PacketNl(SlowNlPerHour), 2.2 * PacketPlanner.PacketNl(SlowNlPerHour));
        Assert.Equal(0, world.Status.BlockedPackets);
    }

    [Fact]
    [Trait("Requirement", "SR-108")]
    [Trait("Requirement", "SR-219")]
    public void A_pump_that_does_not_fill_the_chamber_lets_nothing_out_and_is_reported()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(HourSeconds);
        double deliveredNl = world.DeliveredNl;
        world.Strength = 0;
        world.Distort = readings => readings.FlowSmoothed = true; // the chamber alone has to notice

        Assert.True(world.RunUntil(() => world.Pump.Alarms.IsRaised(AlarmId.PumpNotPumping), 600));
        world.Run(HourSeconds);

        Assert.Equal(PumpState.Stopped, world.Status.State);
        Assert.InRange(world.DeliveredNl - deliveredNl, 0, PacketPlanner.TherapyPacketNl);
    }

    [Fact]
    [Trait("Requirement", "SR-217")]
    public void A_pump_that_comes_to_its_end_against_a_catheter_that_kept_the_last_packet_is_not_to_blame()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(HourSeconds);
        world.Blocked = true;
        world.Strength = 0;
        world.AfterTick = () => world.Status.OccludedPackets = Math.Max(1, world.Status.OccludedPackets);

        Assert.True(world.RunUntil(() => world.Pump.Alarms.IsRaised(AlarmId.CatheterOccluded), 60));

        Assert.Equal(0, world.Status.WrongFillPackets);
        Assert.False(world.Pump.Alarms.IsRaised(AlarmId.PumpNotPumping));
    }

    [Theory]
    [Trait("Requirement", "SR-217")]
    [InlineData(0, 9_000, 13_000)]
    [InlineData(1, 2_000, 4_000)]
    public void Behind_a_packet_that_stayed_a_bolus_goes_on_with_small_ones(int stayed, double leastPa, double mostPa)
    {
        SyntheticPump world = SyntheticPump.Ready();
        world.Pump.StartBolus(new BolusOrder { Kind = BolusKind.PerfusionTest, VolumeNl = 200_000, RateNlPerHour = 600_000 }, confirmed: true);
        double highestPa = 0;
        world.AfterTick = () =>
        {
            world.Status.OccludedPackets = stayed;
            highestPa = Math.Max(highestPa, world.ChamberPa - world.ArteryPa);
        };

        world.Run(30);

        Assert.InRange(highestPa, leastPa, mostPa);
    }

    [Fact]
    [Trait("Requirement", "SR-231")]
    public void While_a_narrow_catheter_is_suspected_packets_are_twice_as_large_and_half_as_often_and_the_dose_is_the_same()
    {
        (long Packets, double Nl) Hour(bool suspected, CatheterPatency narrowed)
        {
            SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
            world.AfterTick = () => (world.Status.NarrowSuspected, world.Status.Narrowed) = (suspected, narrowed);
            world.Run(HourSeconds);
            return (world.Status.PacketCount, world.DeliveredNl);
        }

        (long packets, double nl) = Hour(false, CatheterPatency.Open);
        (long fewer, double same) = Hour(true, CatheterPatency.Open);
        (long proven, _) = Hour(true, CatheterPatency.Narrowed30);

        Assert.InRange(fewer, (packets / 2) - 2, (packets / 2) + 2);
        Assert.InRange(same, nl - 500, nl + 500);
        Assert.InRange(proven, packets - 2, packets + 2);
    }

    [Theory]
    [Trait("Requirement", "SR-103")]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(1.3)]
    [InlineData(2.0)]
    public void A_flow_sensor_that_disagrees_with_the_chamber_stops_the_pump(double gain)
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(HourSeconds);

        world.Distort = readings => readings.FlowNlPerHour = (int)(readings.FlowNlPerHour * gain);
        world.RunUntil(() => world.Status.State == PumpState.Stopped, 600);

        Assert.True(world.Pump.Alarms.IsRaised(AlarmId.MeteringDisagreement));
        Assert.Equal(PumpState.Stopped, world.Status.State);
    }

    [Theory]
    [Trait("Requirement", "SR-103")]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(1.3)]
    public void A_chamber_sensor_that_disagrees_with_the_flow_stops_the_pump(double gain)
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(HourSeconds);

        world.Distort = readings => readings.ChamberPa = (int)(world.ArteryPa + ((readings.ChamberPa - world.ArteryPa) * gain));
        world.RunUntil(() => world.Status.State == PumpState.Stopped, 600);

        Assert.True(world.Pump.Alarms.IsRaised(AlarmId.MeteringDisagreement));
    }

    [Fact]
    [Trait("Requirement", "SR-104")]
    public void Of_two_measures_that_disagree_the_larger_counts()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(HourSeconds);
        long meteredNl = world.Status.MeteredNl;
        long packets = world.Status.PacketCount;

        // The chamber shows two thirds of what happens.
        world.Distort = readings => readings.ChamberPa = (int)(world.ArteryPa + ((readings.ChamberPa - world.ArteryPa) * 2 / 3));
        double deliveredNl = world.DeliveredNl;
        Assert.True(world.RunUntil(() => world.Status.PacketCount > packets, 600));
        world.Tick();

        Assert.InRange(world.Status.MeteredNl - meteredNl, (world.DeliveredNl - deliveredNl) * 0.97, (world.DeliveredNl - deliveredNl) * 1.03);
    }

    [Fact]
    public void A_packet_that_the_flow_sensor_could_not_follow_is_metered_by_the_chamber()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        long meteredNl = world.Status.MeteredNl;
        world.Distort = readings => { readings.FlowSmoothed = true; readings.FlowNlPerHour += readings.FlowNlPerHour / 5; };

        world.RunUntil(() => world.Status.UnconfirmedPackets == DeliveryStatus.UnconfirmedToFault - 1, HourSeconds);

        Assert.Equal(PumpState.Infusing, world.Status.State);
        Assert.Equal(world.DeliveredNl, world.Status.MeteredNl - meteredNl, 0.01 * world.DeliveredNl);
    }

    [Fact]
    [Trait("Requirement", "SR-104")]
    public void A_packet_whose_end_is_not_seen_counts_in_full()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(HourSeconds);
        long meteredNl = world.Status.MeteredNl;
        long packets = world.Status.PacketCount;

        world.Distort = readings => readings.ChamberValid &= world.Status.Phase is not (PacketPhase.Empty or PacketPhase.CloseOutlet or PacketPhase.SettleEmpty);
        Assert.True(world.RunUntil(() => world.Status.PacketCount > packets, 600));
        world.Tick();

        Assert.True(world.Status.MeteredNl - meteredNl >= PacketPlanner.PacketNl(RateNlPerHour));
    }

    [Fact]
    public void A_blocked_catheter_is_told_by_packets_that_do_not_leave()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(HourSeconds);

        world.Blocked = true;

        Assert.True(world.RunUntil(() => world.Pump.Alarms.IsRaised(AlarmId.CatheterOccluded), 600));
        Assert.Equal(PumpState.Stopped, world.Status.State);
        Assert.True(world.Status.MeteredNl <= world.Status.OrderedNl);
    }

    [Theory]
    [Trait("Requirement", "SR-407")]
    [InlineData(20_000)]
    [InlineData(-20_000)]
    public void A_leaking_valve_is_seen_between_packets(double leakNlPerHour)
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(HourSeconds);
        Assert.Equal(0, world.Status.LeakyPackets);

        world.LeakNlPerHour = leakNlPerHour;

        Assert.True(world.RunUntil(() => world.Pump.Alarms.IsRaised(AlarmId.ChamberLeak), 600));
        Assert.Equal(Math.Sign(leakNlPerHour), Math.Sign(world.Status.LeakNlPerHour));
    }

    [Fact]
    [Trait("Requirement", "SR-114")]
    public void A_person_who_halts_lets_the_packet_in_flight_finish_and_be_metered()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(HourSeconds);
        Assert.True(world.RunUntil(() => world.Status.Phase == PacketPhase.Fill, 600));
        long packets = world.Status.PacketCount;

        world.Pump.Suspend();
        world.Run(HourSeconds);

        Assert.Equal(packets + 1, world.Status.PacketCount);
        Assert.Equal(world.DeliveredNl, world.Status.MeteredNl, 0.005 * world.DeliveredNl);
    }

    [Theory]
    [Trait("Requirement", "SR-115")]
    [InlineData(PacketPhase.Baseline)]
    [InlineData(PacketPhase.Fill)]
    [InlineData(PacketPhase.CloseInlet)]
    [InlineData(PacketPhase.SettleFull)]
    [InlineData(PacketPhase.Empty)]
    [InlineData(PacketPhase.CloseOutlet)]
    [InlineData(PacketPhase.SettleEmpty)]
    public void A_stopping_alarm_closes_everything_in_the_tick_in_which_it_is_raised(PacketPhase phase)
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(HourSeconds);
        Assert.True(world.RunUntil(() => world.Status.Phase == phase, 600));
        world.AfterTick = () =>
        {
            if (world.Pump.Alarms.Response == AlarmResponse.Stop)
            {
                Assert.False(world.Outputs.PumpRun || world.Outputs.InletOpen || world.Outputs.OutletOpen);
                Assert.Equal(0, world.Outputs.PumpMilliVolts);
            }
        };

        world.Distort = readings => readings.AirInLine = true;
        world.Run(60);

        Assert.Equal(PumpState.Stopped, world.Status.State);
        Assert.Equal(PacketPhase.Rest, world.Status.Phase);
        Assert.Equal(world.DeliveredNl, world.Status.MeteredNl, 0.005 * world.DeliveredNl);
    }
}
