using System;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>What the pump makes of orders: accepted ones run, refused ones never happened.</summary>
[Trait("Category", "Core")]
public class PumpOrdersTests
{
    private const int RateNlPerHour = 54_000;

    [Fact]
    [Trait("Requirement", "SR-604")]
    public void Nothing_starts_before_a_person_has_said_what_is_in_the_reservoir()
    {
        var world = new SyntheticPump();
        world.Run(60);

        Assert.Equal(Verdict.ReservoirUnknown, world.Pump.StartTherapy(TherapyOrder.Constant(RateNlPerHour, 48, 8_330), confirmed: true));
        Assert.NotEqual(Verdict.Accepted, world.Pump.StartBolus(Flush(100_000), confirmed: true));
        Assert.Equal(PumpState.Standby, world.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-602")]
    public void An_unusual_order_waits_for_confirmation()
    {
        SyntheticPump world = SyntheticPump.Ready();
        TherapyOrder unusual = TherapyOrder.Constant(OrderLimits.Rows[(int)OrderField.TherapyRate].SoftHigh + 1, 48, 8_330);

        Assert.Equal(Verdict.NeedsConfirmation, world.Pump.StartTherapy(unusual, confirmed: false));
        Assert.Equal(PumpState.Standby, world.Status.State);
        Assert.Equal(OrderField.TherapyRate, world.Pump.Orders.Check.Field);

        Assert.Equal(Verdict.Accepted, world.Pump.StartTherapy(unusual, confirmed: true));
        Assert.Equal(PumpState.Infusing, world.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-601")]
    public void Confirmation_does_not_lift_a_hard_limit()
    {
        SyntheticPump world = SyntheticPump.Ready();

        Assert.Equal(Verdict.AboveHardLimit, world.Pump.StartTherapy(TooMuch(), confirmed: true));
        Assert.Equal(PumpState.Standby, world.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-603")]
    public void A_refused_order_leaves_the_running_therapy_as_it_was()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        SyntheticPump untouched = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(600);
        untouched.Run(600);

        Assert.NotEqual(Verdict.Accepted, world.Pump.StartTherapy(TooMuch(), confirmed: true));
        Assert.NotEqual(Verdict.Accepted, world.Pump.StartTherapy(TherapyOrder.Constant(RateNlPerHour, 0, 8_330), confirmed: true));
        Assert.NotEqual(Verdict.Accepted, world.Pump.StartBolus(Flush(int.MaxValue), confirmed: true));
        Assert.NotEqual(Verdict.Accepted, world.Pump.Refill(-1, confirmed: true));
        world.Run(600);
        untouched.Run(600);

        Assert.Equal(PumpState.Infusing, world.Status.State);
        Assert.Equal(RateNlPerHour, world.Status.RateNlPerHour);
        Assert.Equal(untouched.Status.OrderedNl, world.Status.OrderedNl);
        Assert.Equal(untouched.Status.MeteredNl, world.Status.MeteredNl);
        Assert.Equal(untouched.Status.TherapyLeftMs, world.Status.TherapyLeftMs);
        Assert.Equal(untouched.Status.ReservoirNl, world.Status.ReservoirNl);
    }

    [Fact]
    [Trait("Requirement", "SR-603")]
    public void The_order_that_the_caller_changes_afterwards_is_not_the_one_that_runs()
    {
        SyntheticPump world = SyntheticPump.Ready();
        TherapyOrder order = TherapyOrder.Constant(RateNlPerHour, 48, 8_330);
        world.Pump.StartTherapy(order, confirmed: true);

        order.RateNlPerHour[0] = 125_000;
        order.DurationHours = 1_440;
        world.Run(120);

        Assert.Equal(RateNlPerHour, world.Status.RateNlPerHour);
        Assert.InRange(world.Status.TherapyLeftMs, 0, 48 * 3_600_000L);
    }

    [Fact]
    [Trait("Requirement", "SR-605")]
    public void A_second_largest_flush_within_a_day_is_refused_and_not_begun()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        Assert.Equal(Verdict.Accepted, world.Pump.StartBolus(Flush(5_000_000), confirmed: true));
        world.Run(17 * 3_600);
        Assert.Equal(0, world.Status.BolusLeftNl);

        Assert.Equal(Verdict.AboveHardLimit, world.Pump.StartBolus(Flush(5_000_000), confirmed: true));
        Assert.Equal(OrderField.BolusDayVolume, world.Pump.Orders.Check.Field);
        Assert.Equal(Verdict.AboveHardLimit, world.Pump.StartBolus(Flush(50_000), confirmed: true));
        Assert.Equal(RateNlPerHour, world.Status.RateNlPerHour);

        world.Run(10 * 3_600);
        Assert.Equal(Verdict.Accepted, world.Pump.StartBolus(Flush(50_000), confirmed: true));
        Assert.False(world.Pump.Alarms.IsRaised(AlarmId.SupervisorStopped));
    }

    [Fact]
    [Trait("Requirement", "SR-605")]
    public void There_is_one_bolus_at_a_time()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        Assert.Equal(Verdict.Accepted, world.Pump.StartBolus(Flush(100_000), confirmed: true));
        world.Run(10);
        long leftNl = world.Status.BolusLeftNl;

        Assert.Equal(Verdict.BolusRunning, world.Pump.StartBolus(Flush(50_000), confirmed: true));
        world.Run(0.1);

        Assert.InRange(world.Status.BolusLeftNl, leftNl - 100, leftNl);
    }

    [Fact]
    [Trait("Requirement", "SR-604")]
    public void A_bolus_larger_than_what_can_be_drawn_is_refused()
    {
        var world = new SyntheticPump();
        world.Pump.Refill(30_000_000, confirmed: true);
        world.Run(60);
        world.Pump.Refill((int)Reservoir.ResidualNl + 290_000, confirmed: true);

        Assert.Equal(Verdict.ReservoirTooLow, world.Pump.StartBolus(Flush(290_001), confirmed: true));
        Assert.Equal(Verdict.Accepted, world.Pump.StartBolus(Flush(290_000), confirmed: true));
    }

    [Theory]
    [Trait("Requirement", "SR-606")]
    [InlineData(PumpState.Suspended)]
    [InlineData(PumpState.Stopped)]
    [InlineData(PumpState.Patency)]
    public void There_is_no_bolus_while_delivery_is_held_back(PumpState state)
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        Bring(world, state);

        Assert.Equal(Verdict.NotInThisState, world.Pump.StartBolus(Flush(100_000), confirmed: true));
    }

    [Fact]
    [Trait("Requirement", "SR-606")]
    public void No_therapy_starts_while_a_stopping_alarm_stands()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        Bring(world, PumpState.Stopped);

        Assert.Equal(Verdict.NotInThisState, world.Pump.StartTherapy(TherapyOrder.Constant(RateNlPerHour, 48, 8_330), confirmed: true));
        world.Pump.Resume();
        world.Run(60);

        Assert.Equal(PumpState.Stopped, world.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-205")]
    public void Clearing_an_alarm_restarts_nothing_until_a_person_resumes()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        Bring(world, PumpState.Stopped);
        world.Distort = null;
        world.Run(10);
        long meteredNl = world.Status.MeteredNl;

        world.Pump.Acknowledge();
        world.Run(600);
        Assert.Equal(PumpState.Suspended, world.Status.State);
        Assert.Equal(meteredNl, world.Status.MeteredNl);

        world.Pump.Resume();
        world.Run(600);
        Assert.Equal(PumpState.Infusing, world.Status.State);
        Assert.True(world.Status.MeteredNl > meteredNl);
    }

    [Fact]
    [Trait("Requirement", "SR-110")]
    public void What_was_missed_in_a_halt_is_never_made_up()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(600);
        world.Pump.Suspend();
        world.Run(3_600);
        long meteredNl = world.Status.MeteredNl;

        world.Pump.Resume();
        world.Run(600);

        Assert.InRange(world.Status.MeteredNl - meteredNl, 0, RateNlPerHour / 6);
    }

    [Fact]
    [Trait("Requirement", "SR-110")]
    public void What_was_due_before_a_halt_is_written_off()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(600);
        Assert.True(world.RunUntil(() => world.Status.Phase == PacketPhase.SettleEmpty, 60));
        world.Run(1); // that packet is in the books
        Assert.True(world.RunUntil(() => world.Status.Phase == PacketPhase.Rest && DueNl(world) > PacketPlanner.MinPacketNl, 60));
        long missedNl = world.Status.MissedNl;

        world.Pump.Suspend();
        world.Run(1);
        world.Pump.Resume();
        world.Run(0.2);

        Assert.True(world.Status.MissedNl - missedNl >= PacketPlanner.MinPacketNl);
        Assert.InRange(DueNl(world), 0, 10);
    }

    [Fact]
    [Trait("Requirement", "SR-110")]
    public void What_a_stalled_loop_did_not_deliver_is_not_made_up()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Run(600);
        long orderedNl = world.Status.OrderedNl;

        world.NowMs += 3_600_000;
        world.Run(5);
        Assert.Equal((PumpState.Stopped, SupervisorFinding.TicksLate), (world.Status.State, world.Status.Supervision));
        world.Pump.Acknowledge();
        world.Pump.Resume();
        world.Run(60);

        // Of the hour two seconds are believed.
        Assert.InRange(world.Status.OrderedNl - orderedNl, RateNlPerHour / 60, RateNlPerHour / 40);
    }

    [Fact]
    public void A_bolus_does_not_survive_a_halt()
    {
        SyntheticPump world = SyntheticPump.Infusing(RateNlPerHour);
        world.Pump.StartBolus(Flush(500_000), confirmed: true);
        world.Run(10);

        world.Pump.Suspend();
        world.Run(1);
        world.Pump.Resume();
        world.Run(1);

        Assert.Equal(0, world.Status.BolusLeftNl);
        Assert.Equal(RateNlPerHour, world.Status.RateNlPerHour);
    }

    [Fact]
    [Trait("Requirement", "SR-116")]
    public void When_the_therapy_is_over_the_artery_is_kept_open()
    {
        SyntheticPump world = SyntheticPump.Ready();
        world.Pump.StartTherapy(TherapyOrder.Constant(RateNlPerHour, 1, 8_330), confirmed: true);

        world.Run(3_700);

        Assert.Equal(PumpState.Patency, world.Status.State);
        Assert.Equal(8_330, world.Status.RateNlPerHour);
    }

    private static void Bring(SyntheticPump world, PumpState state)
    {
        switch (state)
        {
            case PumpState.Suspended:
                world.Pump.Suspend();
                break;
            case PumpState.Stopped:
                world.Distort = readings => readings.ChamberValid = false;
                break;
            case PumpState.Patency:
                world.Distort = readings => readings.CatheterValid = false;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(state));
        }

        Assert.True(world.RunUntil(() => world.Status.State == state, seconds: 60));
        Assert.Equal(state == PumpState.Suspended, world.Pump.Alarms.Response == AlarmResponse.Continue);
    }

    private static long DueNl(SyntheticPump world) => world.Status.OrderedNl - world.Status.MissedNl - world.Status.MeteredNl;

    private static TherapyOrder TooMuch() => TherapyOrder.Constant(OrderLimits.Rows[(int)OrderField.TherapyRate].HardHigh + 1, 48, 8_330);

    private static BolusOrder Flush(int volumeNl) => new() { Kind = BolusKind.Flush, VolumeNl = volumeNl, RateNlPerHour = 300_000 };
}
