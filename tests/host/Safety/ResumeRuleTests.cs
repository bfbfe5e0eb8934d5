using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>What becomes of a therapy after a reset.</summary>
[Trait("Category", "Safety")]
[Trait("Requirement", "SR-507")]
public class ResumeRuleTests
{
    private const int DefaultMinutes = 30;

    [Fact]
    public void A_therapy_that_ran_goes_on_and_nothing_of_the_gap_is_made_up()
    {
        MemoryWorld before = Running();
        MemoryWorld after = before.After(600);
        long leftMs = after.Totals.TherapyLeftMs;
        after.PassSelfTest();

        Assert.Equal(PumpState.Infusing, after.Pump.Status.State);
        AssertTold(after, ResumeVerdict.GoesOn);
        Assert.InRange(after.Pump.Status.DueNl, -1_000, 100);
        after.World.Run(600);
        Assert.InRange(after.World.DeliveredNl, 0, (MemoryWorld.RateNlPerHour / 6) + 500);
        Assert.InRange(after.Totals.TherapyLeftMs, leftMs - 602_000, leftMs - 600_000);
    }

    [Fact]
    public void A_therapy_at_its_end_goes_on_keeping_the_artery_open()
    {
        MemoryWorld before = MemoryWorld.Ready();
        before.Pump.StartTherapy(TherapyOrder.Constant(MemoryWorld.RateNlPerHour, 1, 8_330), confirmed: true);
        before.World.Run(3_700);
        Assert.Equal(PumpState.Patency, before.Pump.Status.State);

        MemoryWorld after = before.After(60);
        after.PassSelfTest();
        after.World.Run(60);

        Assert.Equal(PumpState.Patency, after.Pump.Status.State);
        Assert.Equal(8_330, after.Pump.Status.RateNlPerHour);
        AssertTold(after, ResumeVerdict.GoesOn);
    }

    [Fact]
    public void A_bolus_never_goes_on()
    {
        MemoryWorld before = Flushing(30);
        Assert.True(before.Pump.Status.BolusLeftNl > 0);

        MemoryWorld after = before.After(60);
        after.PassSelfTest();
        after.World.Run(60);
        Assert.Equal(PumpState.Infusing, after.Pump.Status.State);
        Assert.Equal((0L, MemoryWorld.RateNlPerHour), (after.Pump.Status.BolusLeftNl, after.Pump.Status.RateNlPerHour));
        Assert.True(after.Pump.Status.BolusLost);

        before = MemoryWorld.Ready();
        Assert.Equal(Verdict.Accepted, before.Pump.StartBolus(Bolus(), confirmed: true));
        before.World.Run(30);
        Assert.Equal(PumpState.Bolus, before.Pump.Status.State);
        after = before.After(60);
        after.PassSelfTest();
        AssertRestsFor(after, 60, PumpState.Standby);
        AssertTold(after, ResumeVerdict.NothingOrdered);
        Assert.True(after.Pump.Status.BolusLost);
    }

    [Fact]
    public void A_bolus_that_was_over_is_not_told_as_lost()
    {
        MemoryWorld before = Flushing(3_640); // and the packet after it, which the memory keeps
        Assert.Equal((0L, PumpState.Infusing), (before.Pump.Status.BolusLeftNl, before.Pump.Status.State));

        MemoryWorld after = before.After(60);
        after.PassSelfTest();
        after.World.Run(60);

        Assert.False(after.Pump.Status.BolusLost);
    }

    [Fact]
    public void A_bolus_that_two_losses_of_power_broke_off_is_told()
    {
        MemoryWorld before = Flushing(1);

        MemoryWorld between = before.After(60);
        between.World.Run(5);
        MemoryWorld after = between.After(60);
        after.PassSelfTest();
        after.World.Run(60);

        Assert.True(after.Pump.Status.BolusLost);
    }

    [Fact]
    public void Without_an_order_there_is_nothing_to_go_on_with()
    {
        MemoryWorld before = Running();
        before.Pump.EndTherapy();
        before.World.Run(10);

        MemoryWorld after = before.After(60);
        after.PassSelfTest();
        AssertRestsFor(after, 60, PumpState.Standby);
        after.Pump.Resume();
        AssertRestsFor(after, 60, PumpState.Standby);
    }

    [Fact]
    public void What_a_person_halted_stays_halted()
    {
        MemoryWorld before = Running();
        before.Pump.Suspend();
        before.World.Run(10);

        MemoryWorld after = before.After(60);
        after.PassSelfTest();
        AssertWaits(after, ResumeVerdict.WasHalted);
    }

    [Fact]
    public void What_an_alarm_stopped_stays_stopped()
    {
        MemoryWorld before = Running();
        before.World.Distort += readings => readings.AirInLine = true;
        before.World.Run(5);
        Assert.Equal(PumpState.Stopped, before.Pump.Status.State);

        MemoryWorld after = before.After(60);
        after.PassSelfTest();
        AssertWaits(after, ResumeVerdict.WasHalted);
    }

    [Theory]
    [InlineData(0, 60, ResumeVerdict.GapTooLong)]
    [InlineData(0, 0, ResumeVerdict.GapTooLong)] // the self-test alone takes longer than no time
    [InlineData(2, 20, ResumeVerdict.GoesOn)]
    [InlineData(2, 180, ResumeVerdict.GapTooLong)]
    [InlineData(240, 3 * 3_600, ResumeVerdict.GoesOn)]
    [InlineData(240, 5 * 3_600, ResumeVerdict.GapTooLong)]
    public void The_order_says_how_long_a_gap_may_be(int withinMinutes, int gapSeconds, ResumeVerdict verdict)
    {
        MemoryWorld after = Running(withinMinutes).After(gapSeconds);
        after.PassSelfTest();

        if (verdict == ResumeVerdict.GoesOn)
        {
            Assert.Equal(PumpState.Infusing, after.Pump.Status.State);
            AssertTold(after, verdict);
        }
        else
        {
            AssertWaits(after, verdict);
        }
    }

    [Fact]
    public void The_gap_counts_to_the_second_from_when_the_pump_was_alive_last_to_the_end_of_the_self_test()
    {
        MemoryWorld before = Running();

        foreach (int beyondSeconds in new[] { 0, 1 })
        {
            MemoryWorld trial = before.After(60);
            trial.PassSelfTest();
            long testSeconds = trial.World.Readings.NowMs / 1_000;

            MemoryWorld after = before.After(60);
            after.World.UtcSeconds = after.Pump.Records.AliveAtUtcSeconds + (DefaultMinutes * 60) - testSeconds + beyondSeconds;
            after.PassSelfTest();

            Assert.Equal(beyondSeconds == 0 ? PumpState.Infusing : PumpState.Suspended, after.Pump.Status.State);
            after.World.Run(1);
            LogEntry told = after.Events.Last(entry => entry.Id == EventId.Resumed);
            Assert.Equal((DefaultMinutes * 60) + beyondSeconds, told.Second);
        }
    }

    [Fact]
    public void Without_a_clock_nobody_knows_the_gap()
    {
        MemoryWorld after = Running().After(60);
        after.World.Distort += readings => readings.ClockValid = false;
        after.PassSelfTest();
        AssertWaits(after, ResumeVerdict.GapUnknown);
        Assert.Equal(-1, after.Events.Last(entry => entry.Id == EventId.Resumed).Second);
    }

    [Fact]
    public void A_clock_that_went_back_says_nothing_about_the_gap()
    {
        MemoryWorld after = Running().After(-7_200);
        after.PassSelfTest();
        AssertWaits(after, ResumeVerdict.GapUnknown);
    }

    [Fact]
    public void A_pump_that_never_had_the_clock_waits()
    {
        MemoryWorld before = MemoryWorld.Ready(clock: false);
        Assert.Equal(Verdict.Accepted, before.Pump.StartTherapy(Order(DefaultMinutes), confirmed: true));
        before.World.Run(120);

        MemoryWorld after = before.After(60);
        after.PassSelfTest();
        AssertWaits(after, ResumeVerdict.GapUnknown);
    }

    [Fact]
    public void A_stopping_alarm_in_the_self_test_leaves_the_rest_to_a_person()
    {
        MemoryWorld after = StoppedInTest();
        after.Pump.Acknowledge();
        Assert.Equal(PumpState.SelfTest, after.Pump.Status.State);
        after.PassSelfTest();
        AssertWaits(after, ResumeVerdict.Disturbed);
    }

    [Fact]
    public void Power_that_goes_after_an_alarm_in_the_self_test_does_not_make_it_forgotten()
    {
        MemoryWorld stopped = StoppedInTest();
        MemoryWorld after = stopped.After(60);
        Assert.False(after.DamagedAtStart);
        after.PassSelfTest();
        AssertWaits(after, ResumeVerdict.WasHalted);

        stopped.Pump.Acknowledge();
        stopped.World.Run(2);
        Assert.Equal(PumpState.SelfTest, stopped.Pump.Status.State);
        after = stopped.After(60);
        Assert.False(after.DamagedAtStart);
        Assert.True(after.Totals.MeteredFl > 0);
        after.PassSelfTest();
        AssertWaits(after, ResumeVerdict.WasHalted);
    }

    [Fact]
    public void A_holding_alarm_leaves_the_rest_to_a_person()
    {
        MemoryWorld after = Running().After(60);
        Assert.Equal(Verdict.Accepted, after.Pump.Refill(30_000_000, 10_000_000, confirmed: true)); // nearly full a moment ago
        after.PassSelfTest();
        Assert.Equal(AlarmResponse.PatencyRate, after.Pump.Alarms.Response);
        after.World.Run(1);

        AssertTold(after, ResumeVerdict.Disturbed);
        Assert.Equal(PumpState.Suspended, after.Pump.Status.State);
        Assert.Equal(0, after.Pump.Status.RateNlPerHour);
    }

    [Fact]
    public void Power_that_goes_again_in_the_self_test_counts_from_the_first_time()
    {
        MemoryWorld first = Running().After(20 * 60);
        first.World.Run(10);
        Assert.Equal(PumpState.SelfTest, first.Pump.Status.State);

        MemoryWorld second = first.After(5 * 60);
        second.PassSelfTest();
        Assert.Equal(PumpState.Infusing, second.Pump.Status.State);

        second = first.After(11 * 60);
        second.PassSelfTest();
        AssertWaits(second, ResumeVerdict.GapTooLong);
    }

    [Fact]
    public void Power_that_goes_again_while_a_therapy_waits_starts_nothing()
    {
        MemoryWorld first = Running().After(3_600);
        first.PassSelfTest();
        AssertWaits(first, ResumeVerdict.GapTooLong);

        MemoryWorld second = first.After(10);
        second.PassSelfTest();
        AssertWaits(second, ResumeVerdict.WasHalted);
    }

    [Fact]
    public void A_memory_that_answers_after_the_pump_has_stopped_leaves_the_rest_to_a_person()
    {
        MemoryWorld after = Running().After(60);
        var late = new MemoryWorld(new FlakyMemory(after.Fram.Bytes) { Silent = true });
        late.World.UtcSeconds = after.World.UtcSeconds;
        late.World.Distort += readings => readings.AirInLine = readings.NowMs < 5_000;
        late.World.Run(10);
        Assert.Equal(PumpState.Stopped, late.Pump.Status.State);
        late.Fram.Silent = false;
        late.World.Run(60);

        MemoryWorld again = late.After(10);
        again.PassSelfTest();
        AssertWaits(again, ResumeVerdict.WasHalted);

        late.Pump.Acknowledge();
        late.PassSelfTest();
        AssertWaits(late, ResumeVerdict.Disturbed);
    }

    private static MemoryWorld Running(int withinMinutes = DefaultMinutes)
    {
        MemoryWorld world = MemoryWorld.Ready();
        Assert.Equal(Verdict.Accepted, world.Pump.StartTherapy(Order(withinMinutes), confirmed: true));
        world.World.Run(120);
        return world;
    }

    // Acknowledged or not, it was the alarm that stopped it.
    private static MemoryWorld StoppedInTest()
    {
        MemoryWorld after = Running().After(60);
        after.World.Distort += readings => readings.AirInLine = readings.NowMs is > 5_000 and < 7_000;
        after.World.Run(10);
        Assert.Equal(PumpState.Stopped, after.Pump.Status.State);
        return after;
    }

    private static TherapyOrder Order(int withinMinutes)
    {
        TherapyOrder order = TherapyOrder.Constant(MemoryWorld.RateNlPerHour, 336, 8_330);
        order.ResumeWithinMinutes = withinMinutes;
        return order;
    }

    // A therapy with a bolus on top.
    private static MemoryWorld Flushing(double seconds)
    {
        MemoryWorld world = Running();
        Assert.Equal(Verdict.Accepted, world.Pump.StartBolus(Bolus(), confirmed: true));
        world.World.Run(seconds);
        return world;
    }

    private static BolusOrder Bolus() => new() { Kind = BolusKind.Flush, VolumeNl = 100_000, RateNlPerHour = 100_000 };

    private static void AssertTold(MemoryWorld world, ResumeVerdict verdict)
    {
        world.World.Run(1);
        Assert.Equal((int)verdict, world.Events.Last(entry => entry.Id == EventId.Resumed).First);
    }

    private static void AssertRestsFor(MemoryWorld world, int seconds, PumpState state)
    {
        double before = world.World.DeliveredNl;
        world.World.Run(seconds);
        Assert.Equal(state, world.Pump.Status.State);
        Assert.Equal(before, world.World.DeliveredNl);
    }

    // It says so, delivers nothing, and goes on where it was when a person says so.
    private static void AssertWaits(MemoryWorld world, ResumeVerdict verdict)
    {
        AssertTold(world, verdict);
        AssertRestsFor(world, 60, PumpState.Suspended);
        Assert.True(world.Pump.Status.TherapyWaits);
        Assert.Contains(world.Faults, fault => fault.Id == EventId.AlarmRaised && fault.First == (int)AlarmId.TherapyWaits);

        MemoryWorld resumed = world.After(10);
        resumed.PassSelfTest();
        Assert.Equal(PumpState.Suspended, resumed.Pump.Status.State);
        resumed.Pump.Resume();
        resumed.World.Run(60);
        Assert.Equal(PumpState.Infusing, resumed.Pump.Status.State);
        Assert.Equal(MemoryWorld.RateNlPerHour, resumed.Pump.Status.RateNlPerHour);
        Assert.True(resumed.World.DeliveredNl > 500);
    }
}
