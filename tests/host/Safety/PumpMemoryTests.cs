using System;
using System.Linq;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Safety;
using Haip.Core.SelfTest;
using Xunit;

namespace Haip.HostTests.Safety;

[Trait("Category", "Safety")]
public class PumpMemoryTests
{
    private const int HourSeconds = 3_600;
    private const int SampleEvery = 53; // no divisor of a byte: every bit of a byte comes up

    [Fact]
    public void A_new_memory_is_no_damage()
    {
        foreach (byte fill in new byte[] { 0x00, 0xFF })
        {
            var world = new MemoryWorld(new FlakyMemory(fill));

            Assert.False(world.DamagedAtStart);
            Assert.True(world.Memory.Kept);
            Assert.Equal(BoardProfile.NominalChamberFlPerPa, world.Pump.Board.ChamberFlPerPa);
            AssertHarmless(world);
        }
    }

    [Fact]
    [Trait("Requirement", "SR-501")]
    public void Everything_comes_back_and_nothing_is_delivered_before_the_self_test()
    {
        MemoryWorld before = Infusing();
        MemoryWorld after = before.After(10);

        Assert.False(after.DamagedAtStart);
        Assert.Equal(before.Totals.MeteredFl + (before.Totals.InFlightNl * 1_000_000L), after.Totals.MeteredFl);
        Assert.InRange(after.Totals.OrderedNl, 1, before.Totals.OrderedNl);
        Assert.InRange(after.Totals.TherapyLeftMs, before.Totals.TherapyLeftMs, before.Totals.TherapyLeftMs + 60_000);
        Assert.True(after.Order.HasTherapy);
        Assert.Equal(MemoryWorld.RateNlPerHour, after.Order.Therapy.RateNlPerHour[0]);
        Assert.Equal(PumpState.Infusing, after.Pump.Records.StateBefore);
        Assert.InRange(after.Pump.Records.AliveAtUtcSeconds, before.World.Readings.UtcSeconds - 60, before.World.Readings.UtcSeconds);
        AssertHarmless(after);
        after.World.AfterTick += () => Assert.False(after.Pump.Status.Delivers && after.Pump.Status.SelfTest != SelfTestResult.Passed);
        after.PassSelfTest();
        Assert.Equal(PumpState.Infusing, after.Pump.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-507")]
    public void A_pump_in_its_self_test_keeps_what_it_found()
    {
        MemoryWorld after = Infusing().After(10);
        long aliveAtUtcSeconds = after.Pump.Records.AliveAtUtcSeconds;
        after.World.Run(15);
        Assert.Equal(PumpState.SelfTest, after.Pump.Status.State);
        MemoryWorld again = after.After(10);

        Assert.Equal(PumpState.Infusing, again.Pump.Records.StateBefore);
        Assert.Equal(aliveAtUtcSeconds, again.Pump.Records.AliveAtUtcSeconds);
        Assert.True(again.Order.HasTherapy);
    }

    [Fact]
    [Trait("Requirement", "SR-505")]
    public void Every_single_bit_of_the_records_may_flip()
    {
        MemoryWorld before = Infusing();
        byte[] image = before.Fram.Bytes;
        double deliveredNl = before.DeliveredNl;
        int sampled = 0;

        for (int bit = 0; bit < MemoryMap.FreeAddress * 8; bit++)
        {
            var memory = new FlakyMemory(image);
            memory.Bytes[bit / 8] ^= (byte)(1 << (bit % 8));
            var after = new MemoryWorld(memory);
            string where = $"byte {bit / 8} bit {bit % 8}";

            Assert.Equal(PumpState.SelfTest, after.Pump.Status.State);
            Assert.True(!after.DamagedAtStart || !PumpTransitions.Delivers(after.Pump.Records.StateBefore) || bit / 8 >= MemoryMap.CalibrationAddress, where);
            Assert.True(!after.Order.HasTherapy || after.Order.Therapy.RateNlPerHour[0] == MemoryWorld.RateNlPerHour, where);
            Assert.True(after.DamagedAtStart || after.Totals.MeteredFl / 1e6 >= deliveredNl - 30, where);
            Assert.True(after.DamagedAtStart || after.Totals.MeteredFl / 1e6 <= deliveredNl + PacketPlanner.TherapyPacketNl + 30, where);
            Assert.True(after.Pump.Records.StateBefore == PumpState.Standby || (after.Order.HasTherapy && after.Totals.OrderedNl > 0), where);

            if (bit / 8 < MemoryMap.CalibrationAddress && after.Order.HasTherapy)
            {
                Assert.True(after.Totals.ReservoirFillNl == 30_000_000, where);
            }

            // Damage to the newest totals is on the safe side.
            Assert.True(after.Totals.MeteredFl / 1e6 >= deliveredNl - 30, where);

            if (bit % SampleEvery == 0)
            {
                after.World.UtcSeconds = before.World.Readings.UtcSeconds + 10;
                AssertDeliversOnlyWhenWhole(after, where);
                sampled++;
            }
        }

        Assert.True(sampled > 60);
    }

    [Fact]
    [Trait("Requirement", "SR-505")]
    public void A_flipped_bit_of_the_last_order_is_an_alarm_and_no_therapy()
    {
        MemoryWorld before = Infusing();
        int slot = OrderRecord.Length + TwoSlotRecord.OverheadLength;

        for (int bit = 0; bit < slot * 8; bit++)
        {
            var memory = new FlakyMemory(before.Fram.Bytes);
            memory.Bytes[MemoryMap.OrderAddress + (bit / 8)] ^= (byte)(1 << (bit % 8));
            var after = new MemoryWorld(memory);

            Assert.True(after.DamagedAtStart);
            Assert.False(after.Order.HasTherapy);
            Assert.Equal(PumpState.Standby, after.Pump.Records.StateBefore);
            after.World.Run(0.5);
            Assert.Equal(PumpState.Stopped, after.Pump.Status.State);
            var fault = new LogEntry();
            Assert.True(after.Memory.Log.TryReadFault(0, fault));
            Assert.Equal((EventId.RecordDamaged, (int)MemoryRecord.Order), (fault.Id, fault.First));
        }
    }

    [Fact]
    [Trait("Requirement", "SR-505")]
    public void Random_images_end_stopped_with_an_alarm()
    {
        var random = new Random(3);

        for (int i = 0; i < 100; i++)
        {
            var memory = new FlakyMemory();
            random.NextBytes(memory.Bytes);
            var world = new MemoryWorld(memory);

            Assert.True(world.DamagedAtStart);
            Assert.Equal(0, world.Totals.OrderedNl);
            AssertHarmless(world);

            world.World.Run(60);
            AssertStopped(world);
            Assert.True(world.Memory.Kept);
        }
    }

    [Fact]
    [Trait("Requirement", "SR-505")]
    public void A_memory_that_answers_anything_never_delivers()
    {
        var world = new MemoryWorld(new FlakyMemory { Lies = new Random(4) });
        world.World.Run(120);

        Assert.True(world.DamagedAtStart);
        Assert.Equal(PumpState.Stopped, world.Pump.Status.State);
        Assert.Equal(0, world.World.DeliveredNl);
    }

    [Fact]
    [Trait("Requirement", "SR-501")]
    public void A_silent_memory_is_asked_until_it_answers_and_then_counts()
    {
        MemoryWorld before = Infusing();
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
        MemoryWorld before = Infusing();
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
    [Trait("Requirement", "SR-505")]
    public void An_order_and_totals_that_do_not_belong_together_wait_for_a_person()
    {
        MemoryWorld before = Infusing();
        byte[] old = [.. before.Fram.Bytes];
        before.Pump.StartTherapy(TherapyOrder.Constant(30_000, 24, 8_330), confirmed: true);
        before.World.Run(1);

        byte[] mixed = [.. before.Fram.Bytes];
        old.AsSpan(MemoryMap.OrderAddress, MemoryMap.CalibrationAddress - MemoryMap.OrderAddress).CopyTo(mixed.AsSpan(MemoryMap.OrderAddress));
        var after = new MemoryWorld(new FlakyMemory(mixed));
        Assert.True(after.DamagedAtStart);
        Assert.False(after.Order.HasTherapy);
        AssertHarmless(after);

        // Until a person orders, the next start says the same.
        after.World.Run(1);
        after = new MemoryWorld(new FlakyMemory(after.Fram.Bytes));
        Assert.True(after.DamagedAtStart);
        after.World.Run(10);
        AssertStopped(after);
        after.Pump.Acknowledge();
        after.PassSelfTest();
        Assert.Equal(PumpState.Standby, after.Pump.Status.State);
        Assert.Equal(Verdict.Accepted, after.Pump.StartTherapy(TherapyOrder.Constant(30_000, 24, 8_330), confirmed: true));
        after.World.Run(1);
        after = new MemoryWorld(new FlakyMemory(after.Fram.Bytes));
        Assert.False(after.DamagedAtStart);
        Assert.Equal(30_000, after.Order.Therapy.RateNlPerHour[0]);
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
    [Trait("Requirement", "SR-505")]
    public void A_whole_calibration_of_no_chamber_of_ours_is_damaged()
    {
        var memory = new FlakyMemory();
        byte[] payload = new byte[CalibrationRecord.Length];
        new CalibrationRecord { ChamberFlPerPa = 200_000, CalibratedMilliC = 37_000, Version = 1 }.Write(payload);
        Assert.True(new TwoSlotRecord(memory, MemoryMap.CalibrationAddress, CalibrationRecord.Length).TrySave(payload));
        var world = new MemoryWorld(memory);

        Assert.True(world.DamagedAtStart);
        Assert.Equal(BoardProfile.NominalChamberFlPerPa, world.Pump.Board.ChamberFlPerPa);
    }

    [Fact]
    [Trait("Requirement", "SR-505")]
    public void A_whole_record_with_values_that_no_pump_writes_is_damaged()
    {
        AssertRefused(totals => totals.MissedNl = -1);
        AssertRefused(totals => totals.MeteredFl = -1);
        AssertRefused(totals => totals.MeteredFl = 10_000_000_001 * 1_000_000);
        AssertRefused(totals => totals.OrderedNl = long.MaxValue);
        AssertRefused(totals => totals.State = 6);
        AssertRefused(totals => totals.State = -1);
        AssertRefused(totals => totals.InFlightNl = PacketPlanner.MaxPacketNl + 1);
        AssertRefused(totals => totals.InFlightNl = -1);
        AssertRefused(totals => totals.TherapyLeftMs = -1);
        AssertRefused(totals => totals.TherapyLeftMs = (1_440L * 3_600_000) + 1);
        AssertRefused(totals => totals.MeteredAtFillNl = 1_000_000);
        AssertRefused(totals => totals.ReservoirFillNl = -1);
        AssertRefused(totals => totals.AliveAtUtcSeconds = -1);
    }

    [Theory]
    [Trait("Requirement", "SR-505")]
    [InlineData(MemoryRecord.Order, MemoryMap.OrderAddress)]
    [InlineData(MemoryRecord.Calibration, MemoryMap.CalibrationAddress)]
    public void A_record_that_changes_by_itself_is_found_within_the_hour(MemoryRecord record, int address)
    {
        var world = new MemoryWorld(new FlakyMemory());
        Assert.True(world.Memory.Calibration.TrySave(world.Pump.Board, Found(101_000)));
        world.Pump.Refill(30_000_000, confirmed: true);
        world.PassSelfTest();
        world.Pump.StartTherapy(TherapyOrder.Constant(30_000, 48, 8_330), confirmed: true);
        world.World.Run(HourSeconds + 60);
        Assert.False(world.Damaged);

        world.Fram.Bytes[address] ^= 0x10;
        world.World.Run(HourSeconds + 60);

        Assert.True(world.Damaged);
        var fault = new LogEntry();
        Assert.True(world.Memory.Log.TryReadFault(0, fault));
        Assert.Equal((EventId.RecordDamaged, (int)record), (fault.Id, fault.First));
        Assert.Single(world.Faults, entry => entry.Id == EventId.RecordDamaged);
        Assert.Contains(world.Faults, entry => entry.Id == EventId.AlarmRaised && entry.First == (int)AlarmId.RecordsDamaged);
        Assert.Equal(PumpState.Stopped, world.Pump.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-509")]
    public void Every_hour_says_what_was_ordered_and_metered_in_it()
    {
        MemoryWorld world = Infusing();
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

    private static MemoryWorld Infusing()
    {
        var world = new MemoryWorld(new FlakyMemory());
        world.Pump.Refill(30_000_000, confirmed: true);
        world.PassSelfTest();
        world.Pump.StartTherapy(TherapyOrder.Constant(MemoryWorld.RateNlPerHour, 336, 8_330), confirmed: true);
        world.World.Run(120);
        Assert.True(world.DeliveredNl > 1_000);
        return world;
    }

    private static void AssertRefused(Action<Totals> spoil)
    {
        MemoryWorld good = Infusing();
        Totals totals = good.Totals;
        Assert.True(totals.IsPlausible);
        spoil(totals);
        byte[] payload = new byte[Totals.Length];
        totals.Write(payload);
        Assert.True(new TwoSlotRecord(good.Fram, MemoryMap.TotalsAddress, Totals.Length).TrySave(payload));
        var world = new MemoryWorld(good.Fram);

        Assert.True(world.DamagedAtStart);
        Assert.Equal(0, world.Totals.MeteredFl);
        AssertHarmless(world);
        world.World.Run(60);
        AssertStopped(world);
    }

    private static CalibrationRecord Found(int flPerPa) => new() { ChamberFlPerPa = flPerPa, CalibratedMilliC = 37_000, AtUtcSeconds = 1_767_225_600 };

    // Damage stops the pump; without damage it goes on by the order that a person gave.
    private static void AssertDeliversOnlyWhenWhole(MemoryWorld world, string where)
    {
        world.World.Run(90);

        if (world.DamagedAtStart)
        {
            AssertStopped(world);
        }
        else
        {
            Assert.True(world.Pump.Status.State == PumpState.Infusing, where);
            Assert.True(world.Pump.Status.RateNlPerHour == MemoryWorld.RateNlPerHour, where);
        }
    }

    private static void AssertStopped(MemoryWorld world)
    {
        Assert.Equal(PumpState.Stopped, world.Pump.Status.State);
        Assert.Equal(AlarmPriority.High, world.Pump.Alarms.Highest);
        Assert.Contains(world.Faults, fault => fault.Id == EventId.AlarmRaised && fault.First == (int)AlarmId.RecordsDamaged);
        Assert.Equal(0, world.World.DeliveredNl);
    }

    // Nothing is delivered before the self-test has passed, and nothing goes on by itself that was not kept whole.
    private static void AssertHarmless(MemoryWorld world)
    {
        Assert.Equal(PumpState.SelfTest, world.Pump.Status.State);
        Assert.False(world.Pump.Status.Delivers);
        Assert.True(world.Order.HasTherapy || world.Pump.Records.StateBefore == PumpState.Standby);
    }
}
