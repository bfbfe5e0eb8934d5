using System;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>A memory that is not what was written: an alarm, and never a therapy by a damaged order.</summary>
[Trait("Category", "Safety")]
public class DamagedMemoryTests
{
    private const int HourSeconds = 3_600;
    private const int SampleEvery = 53; // no divisor of a byte: every bit of a byte comes up

    [Fact]
    [Trait("Requirement", "SR-505")]
    public void Every_single_bit_of_the_records_may_flip()
    {
        MemoryWorld before = MemoryWorld.Infusing();
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
        MemoryWorld before = MemoryWorld.Infusing();
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
            world.AssertHarmless();

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
    [Trait("Requirement", "SR-505")]
    public void An_order_and_totals_that_do_not_belong_together_wait_for_a_person()
    {
        MemoryWorld before = MemoryWorld.Infusing();
        byte[] old = [.. before.Fram.Bytes];
        before.Pump.StartTherapy(TherapyOrder.Constant(30_000, 24, 8_330), confirmed: true);
        before.World.Run(1);

        byte[] mixed = [.. before.Fram.Bytes];
        old.AsSpan(MemoryMap.OrderAddress, MemoryMap.CalibrationAddress - MemoryMap.OrderAddress).CopyTo(mixed.AsSpan(MemoryMap.OrderAddress));
        var after = new MemoryWorld(new FlakyMemory(mixed));
        Assert.True(after.DamagedAtStart);
        Assert.False(after.Order.HasTherapy);
        after.AssertHarmless();

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
        Assert.True(world.Memory.Calibration.TrySave(world.Pump.Board, new CalibrationRecord { ChamberFlPerPa = 101_000, CalibratedMilliC = 37_000, AtUtcSeconds = 1_767_225_600 }));
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

    private static void AssertRefused(Action<Totals> spoil)
    {
        MemoryWorld good = MemoryWorld.Infusing();
        Totals totals = good.Totals;
        Assert.True(totals.IsPlausible);
        spoil(totals);
        byte[] payload = new byte[Totals.Length];
        totals.Write(payload);
        Assert.True(new TwoSlotRecord(good.Fram, MemoryMap.TotalsAddress, Totals.Length).TrySave(payload));
        var world = new MemoryWorld(good.Fram);

        Assert.True(world.DamagedAtStart);
        Assert.Equal(0, world.Totals.MeteredFl);
        world.AssertHarmless();
        world.World.Run(60);
        AssertStopped(world);
    }

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
}
