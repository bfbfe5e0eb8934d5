using System;
using System.Collections.Generic;
using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Xunit;
using Xunit.Abstractions;

namespace Haip.HostTests.Safety;

/// <summary>Power that goes between any two bytes that are ever written.</summary>
[Trait("Category", "Safety")]
public class PowerLossTests(ITestOutputHelper output)
{
    private const double RoundingNl = 30; // what the books of a few packets differ from the synthetic chamber

    [Fact]
    [Trait("Requirement", "SR-502")]
    [Trait("Requirement", "SR-503")]
    [Trait("Requirement", "SR-504")]
    public void No_cut_loses_a_packet_counts_one_twice_or_leaves_an_order_that_nobody_gave()
    {
        var whole = new MemoryWorld(new FlakyMemory());
        byte[] image = whole.Fram.Bytes.ToArray();
        var writes = new List<Write>();
        whole.Fram.BeforeWrite = (address, data) => writes.Add(new Write(
            address, data, whole.DeliveredNl, whole.Pump.Status.State, whole.Order.HasTherapy, whole.Order.Therapy.RateNlPerHour[0], whole.Memory.Log.NextEventNumber));
        whole.LiveOneMinute();
        Assert.InRange(whole.DeliveredNl, 300, 3_000);
        int cuts = 0;
        int flights = 0;

        foreach (Write write in writes)
        {
            for (int kept = 0; kept < write.Data.Length; kept++)
            {
                var memory = new FlakyMemory(image);
                write.Data.AsSpan(0, kept).CopyTo(memory.Bytes.AsSpan(write.Address));
                flights += Judge(write, kept, new MemoryWorld(memory)) ? 1 : 0;
                cuts++;
            }

            write.Data.CopyTo(image, write.Address);
        }

        output.WriteLine($"{cuts} cuts, {flights} with a packet counted that had not left");
        Assert.True(cuts > 1_000);
        Assert.True(flights > 0);
    }

    [Fact]
    [Trait("Requirement", "SR-502")]
    public void A_packet_is_recovered_once_however_often_the_power_goes_again()
    {
        // The announcement is the first save after the second order at which a packet is in flight.
        MemoryWorld before = InFlight();
        int inFlightNl = before.Totals.InFlightNl;
        double meteredNl = before.Totals.MeteredFl / 1e6;
        Assert.InRange(inFlightNl, PacketPlanner.MinPacketNl, PacketPlanner.MaxPacketNl);

        for (int cut = 0; cut <= 80; cut++)
        {
            byte[] image = before.Fram.Bytes;

            foreach (int again in new[] { cut, 80 - cut, 1_000 })
            {
                var next = new MemoryWorld(new FlakyMemory(image) { PowerLeftBytes = again == 0 ? 1 : again });
                image = next.Fram.Bytes;
            }

            var after = new MemoryWorld(new FlakyMemory(image));
            Assert.Equal(meteredNl + inFlightNl, after.Totals.MeteredFl / 1e6, 3);
            Assert.False(after.DamagedAtStart);
            Assert.Equal(PumpState.Infusing, after.Pump.Records.StateBefore);
            Assert.True(after.Order.HasTherapy);
        }
    }

    [Fact]
    [Trait("Requirement", "SR-509")]
    public void A_recovered_packet_is_told()
    {
        MemoryWorld before = InFlight();
        var after = new MemoryWorld(new FlakyMemory(before.Fram.Bytes));
        after.World.Run(1);

        LogEntry told = Assert.Single(after.Events, entry => entry.Id == EventId.PacketRecovered);
        Assert.Equal(before.Totals.InFlightNl, told.First);
    }

    // True when a packet counts that had not left.
    private static bool Judge(Write write, int kept, MemoryWorld after)
    {
        double uncountedNl = write.DeliveredNl - (after.Totals.MeteredFl / 1e6);
        string where = $"write at {write.Address} cut after {kept}: uncounted {uncountedNl:F1}";

        // What was delivered is counted; too much by one packet at most, and only one that was announced.
        Assert.True(uncountedNl <= RoundingNl, where);
        Assert.True(uncountedNl >= -RoundingNl - PacketPlanner.TherapyPacketNl, where);
        Assert.Equal(0, after.Totals.InFlightNl);
        Assert.Equal(PumpState.SelfTest, after.Pump.Status.State);

        // The order is the person's last, or none: then the pump says so, unless the person saw nothing accepted yet.
        bool unbegun = kept == 0 && write.Address >= MemoryMap.OrderAddress && write.Address < MemoryMap.CalibrationAddress;
        Assert.True(unbegun || !after.Order.HasTherapy || after.Order.Therapy.RateNlPerHour[0] == write.RateNlPerHour, where);
        Assert.True(after.Order.HasTherapy || !write.HasTherapy || after.DamagedAtStart || after.Totals.OrderedNl == 0, where);
        PumpState stateBefore = after.Pump.Records.StateBefore;
        Assert.True(!PumpTransitions.Delivers(stateBefore) || (after.Order.HasTherapy && !after.DamagedAtStart), where);
        Assert.True(stateBefore != PumpState.Infusing || write.State is PumpState.Infusing or PumpState.Suspended or PumpState.Standby, where);

        // No event is lost but the one that was being written.
        int[] noted = [.. after.Events.Where(entry => entry.Id == EventId.Acknowledged).Select(entry => entry.First)];
        Assert.Equal(Enumerable.Range(0, noted.Length), noted);
        Assert.True(after.Memory.Log.NextEventNumber >= write.NextEventNumber, where);
        Assert.Equal(after.Memory.Log.NextEventNumber, (uint)after.Events.Count());
        return uncountedNl < -RoundingNl;
    }

    private static MemoryWorld InFlight()
    {
        var before = new MemoryWorld(new FlakyMemory());
        before.Pump.Refill(30_000_000, confirmed: true);
        before.PassSelfTest();
        before.Pump.StartTherapy(TherapyOrder.Constant(MemoryWorld.RateNlPerHour, 336, 8_330), confirmed: true);
        Assert.True(before.World.RunUntil(() => before.Totals.InFlightNl > 0, 60));
        return before;
    }

    private sealed record Write(int Address, byte[] Data, double DeliveredNl, PumpState State, bool HasTherapy, int RateNlPerHour, uint NextEventNumber);
}
