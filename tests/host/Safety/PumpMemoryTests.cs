using System.Linq;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.SelfTest;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>What the pump knew before a loss of power comes back as it was.</summary>
[Trait("Category", "Safety")]
public class PumpMemoryTests
{
    private const int HourSeconds = 3_600;

    [Fact]
    public void A_new_memory_is_no_damage()
    {
        foreach (byte fill in new byte[] { 0x00, 0xFF })
        {
            var world = new MemoryWorld(new FlakyMemory(fill));

            Assert.False(world.DamagedAtStart);
            Assert.True(world.Memory.Kept);
            Assert.Equal(BoardProfile.NominalChamberFlPerPa, world.Pump.Board.ChamberFlPerPa);
            world.AssertHarmless();
        }
    }

    [Fact]
    [Trait("Requirement", "SR-501")]
    public void Everything_comes_back_and_nothing_is_delivered_before_the_self_test()
    {
        MemoryWorld before = MemoryWorld.Infusing();
        MemoryWorld after = before.After(10);

        Assert.False(after.DamagedAtStart);
        Assert.Equal(before.Totals.MeteredFl + (before.Totals.InFlightNl * 1_000_000L), after.Totals.MeteredFl);
        Assert.InRange(after.Totals.OrderedNl, 1, before.Totals.OrderedNl);
        Assert.InRange(after.Totals.TherapyLeftMs, before.Totals.TherapyLeftMs, before.Totals.TherapyLeftMs + 60_000);
        Assert.True(after.Order.HasTherapy);
        Assert.Equal(MemoryWorld.RateNlPerHour, after.Order.Therapy.RateNlPerHour[0]);
        Assert.Equal(PumpState.Infusing, after.Pump.Records.StateBefore);
        Assert.InRange(after.Pump.Records.AliveAtUtcSeconds, before.World.Readings.UtcSeconds - 60, before.World.Readings.UtcSeconds);
        after.AssertHarmless();
        after.World.AfterTick += () => Assert.False(after.Pump.Status.Delivers && after.Pump.Status.SelfTest != SelfTestResult.Passed);
        after.PassSelfTest();
        Assert.Equal(PumpState.Infusing, after.Pump.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-507")]
    public void A_pump_in_its_self_test_keeps_what_it_found()
    {
        MemoryWorld after = MemoryWorld.Infusing().After(10);
        long aliveAtUtcSeconds = after.Pump.Records.AliveAtUtcSeconds;
        after.World.Run(15);
        Assert.Equal(PumpState.SelfTest, after.Pump.Status.State);
        MemoryWorld again = after.After(10);

        Assert.Equal(PumpState.Infusing, again.Pump.Records.StateBefore);
        Assert.Equal(aliveAtUtcSeconds, again.Pump.Records.AliveAtUtcSeconds);
        Assert.True(again.Order.HasTherapy);
    }

    [Fact]
    [Trait("Requirement", "SR-501")]
    public void A_silent_memory_is_asked_until_it_answers_and_then_counts()
    {
        MemoryWorld before = MemoryWorld.Infusing();
        var world = new MemoryWorld(new FlakyMemory(before.Fram.Bytes) { Silent = true });
        world.World.Run(10);
        Assert.False(world.Memory.Kept);
        Assert.Equal(0, world.Totals.MeteredFl);

        world.Fram.Silent = false;
        world.World.Run(1);

        Assert.True(world.Memory.Kept);
        Assert.True(world.Totals.MeteredFl > 0);
        Assert.True(world.Order.HasTherapy);
        Assert.Equal(PumpState.Infusing, world.Pump.Records.StateBefore);
        Assert.False(world.Damaged);

        world.World.Run(60); // a few entries a beat
        world.Note();
        world.World.Run(1);
        Assert.Contains(world.Events, entry => entry.Id == EventId.Acknowledged);
    }

    [Fact]
    public void What_a_person_began_anew_is_not_undone_by_a_memory_that_comes_back()
    {
        MemoryWorld before = MemoryWorld.Infusing();
        var world = new MemoryWorld(new FlakyMemory(before.Fram.Bytes) { Silent = true });
        world.Pump.Refill(20_000_000, confirmed: true);
        world.World.Run(10);
        Assert.False(world.Memory.Kept);

        world.Fram.Silent = false;
        world.World.Run(10);
        Assert.True(world.Memory.Kept);
        Assert.Equal((0L, 20_000_000L), (world.Totals.MeteredFl, world.Totals.ReservoirFillNl));

        var after = new MemoryWorld(new FlakyMemory(world.Fram.Bytes));
        Assert.False(after.DamagedAtStart);
        Assert.False(after.Order.HasTherapy);
        Assert.Equal(20_000_000, after.Totals.ReservoirFillNl);
    }

    [Fact]
    public void A_profile_comes_back_and_its_lowest_rate_holds_until_the_clock_is_known()
    {
        var world = new MemoryWorld(new FlakyMemory());
        world.Pump.Refill(30_000_000, confirmed: true);
        world.PassSelfTest();
        var order = new TherapyOrder { DurationHours = 48, PatencyNlPerHour = 8_330, ResumeWithinMinutes = 15 };
        order.AddSegment(0, 60_000);
        order.AddSegment(300, 40_000);
        order.AddSegment(1_439, 80_000);
        Assert.Equal(Verdict.Accepted, world.Pump.StartTherapy(order, confirmed: true));
        world.World.Run(1);

        OrderRecord found = new MemoryWorld(new FlakyMemory(world.Fram.Bytes)).Order;
        Assert.Equal((3, 48, 8_330, 15), (found.Therapy.SegmentCount, found.Therapy.DurationHours, found.Therapy.PatencyNlPerHour, found.Therapy.ResumeWithinMinutes));
        Assert.Equal([0, 300, 1_439], found.Therapy.StartMinutes[..3]);
        Assert.Equal([60_000, 40_000, 80_000], found.Therapy.RateNlPerHour[..3]);

        var schedule = new DeliverySchedule();
        schedule.Restore(found, 3_600_000);
        var status = new DeliveryStatus { State = PumpState.Infusing, NowMs = 1_000 };
        schedule.Accrue(status, 1_000, new Ledger());
        Assert.Equal(40_000, status.RateNlPerHour);
        schedule.FindTime(new Readings { NowMs = 1_000, ClockValid = true, UtcSeconds = 1_767_225_600 });
        schedule.Accrue(status, 1_000, new Ledger());
        Assert.Equal(60_000, status.RateNlPerHour);
        Assert.Equal(3_600_000 - 2_000, status.TherapyLeftMs);
    }

    [Theory]
    [InlineData(95_000, true)]
    [InlineData(110_000, true)]
    [InlineData(90_000, true)]
    [InlineData(110_001, false)]
    [InlineData(89_999, false)]
    [InlineData(-100_000, false)]
    [Trait("Requirement", "SR-501")]
    public void A_calibration_is_used_only_within_a_tenth_of_nominal(int flPerPa, bool taken)
    {
        var world = new MemoryWorld(new FlakyMemory());
        Assert.Equal(taken, world.Memory.Calibration.TrySave(world.Pump.Board, Found(flPerPa)));
        var after = new MemoryWorld(new FlakyMemory(world.Fram.Bytes));

        Assert.Equal(taken ? flPerPa : BoardProfile.NominalChamberFlPerPa, after.Pump.Board.ChamberFlPerPa);
        Assert.Equal((taken, taken ? 1u : 0u), (after.Memory.Calibration.Calibrated, after.Memory.Calibration.Version));
        Assert.False(after.DamagedAtStart);
    }

    [Fact]
    [Trait("Requirement", "SR-509")]
    public void Every_hour_says_what_was_ordered_and_metered_in_it()
    {
        MemoryWorld world = MemoryWorld.Infusing();
        world.World.Run(3 * HourSeconds);
        LogEntry[] hours = [.. world.Events.Where(entry => entry.Id == EventId.HourPassed)];

        Assert.Equal(3, hours.Length);
        Assert.All(hours[1..], hour => Assert.InRange(hour.First, MemoryWorld.RateNlPerHour - 50, MemoryWorld.RateNlPerHour + 50));
        Assert.All(hours[1..], hour => Assert.InRange(hour.Second, MemoryWorld.RateNlPerHour - 1_000, MemoryWorld.RateNlPerHour + 1_000));
        Assert.InRange(hours[2].AtMs - hours[1].AtMs, (HourSeconds * 1_000) - 1_500, (HourSeconds * 1_000) + 1_500);
    }

    [Fact]
    [Trait("Requirement", "SR-501")]
    [Trait("Requirement", "SR-506")]
    public void Why_the_run_before_gave_up_is_known_once()
    {
        var memory = new FlakyMemory();
        Assert.True(new MemoryWorld(memory).Memory.Stops.TrySave(StopReason.Beat, 1_234));
        var world = new MemoryWorld(memory);

        Assert.True(world.Memory.FailedBefore);
        Assert.Equal((StopReason.Beat, 1_234L), (world.Memory.StoppedBefore, world.Memory.StoppedAfterMs));
        world.World.Run(1);
        Assert.False(world.Memory.FailedBefore);
        Assert.False(new MemoryWorld(memory).Memory.FailedBefore);
    }

    private static CalibrationRecord Found(int flPerPa) => new() { ChamberFlPerPa = flPerPa, CalibratedMilliC = 37_000, AtUtcSeconds = 1_767_225_600 };
}
