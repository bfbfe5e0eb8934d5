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
    public void No_cut_loses_a_packet_counts_one_twice_or_leaves_an_order_that_nobody_gave()
    {
        var whole = new MemoryWorld(new FlakyMemory());
        whole.LiveOneMinute();
        long bytes = whole.Fram.WrittenBytes;
        Assert.InRange(whole.World.DeliveredNl, 300, 3_000);
        int recovered = 0;
        int flights = 0;

        for (long cut = 1; cut < bytes; cut++)
        {
            MemoryWorld before = CutAt(cut);
            var after = new MemoryWorld(new FlakyMemory(before.Fram.Bytes));
            double uncountedNl = before.World.DeliveredNl - after.Totals.MeteredFl / 1e6;
            string where = $"cut {cut}: uncounted {uncountedNl:F1}";
            PumpState stateBefore = before.Pump.Status.State;

            // What was delivered is counted; too much by one packet at most, and only one that was announced.
            flights += uncountedNl < -RoundingNl ? 1 : 0;
            Assert.True(uncountedNl <= RoundingNl, where);
            Assert.True(uncountedNl >= -RoundingNl - PacketPlanner.TherapyPacketNl, where);
            Assert.Equal(0, after.Totals.InFlightNl);
            Assert.Equal(PumpState.Standby, after.Pump.Status.State);

            // The order is the person's last, or none: then the pump says so, unless the person saw nothing accepted yet.
            Assert.True(!after.Order.HasTherapy || after.Order.Therapy.RateNlPerHour[0] == before.Order.Therapy.RateNlPerHour[0], where);
            Assert.True(after.Order.HasTherapy || !before.Order.HasTherapy || after.DamagedAtStart || after.Totals.OrderedNl == 0, where);
            Assert.True(!PumpTransitions.Delivers(after.Pump.Records.StateBefore) || (after.Order.HasTherapy && !after.DamagedAtStart), where);
            Assert.True(after.Pump.Records.StateBefore != PumpState.Infusing || stateBefore is PumpState.Infusing or PumpState.Suspended or PumpState.Standby, where);

            // No event is lost but the one that was being written.
            int[] noted = [.. after.Events.Where(entry => entry.Id == EventId.Acknowledged).Select(entry => entry.First)];
            Assert.Equal(Enumerable.Range(0, noted.Length), noted);
            Assert.True(noted.Length >= before.Memory.Log.NextEventNumber, where);

            recovered++;
        }

        output.WriteLine($"{recovered} cuts, {flights} with a packet counted that had not left");
        Assert.Equal(bytes - 1, recovered);
    }

    [Fact]
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
    public void A_recovered_packet_is_told()
    {
        MemoryWorld before = InFlight();
        var after = new MemoryWorld(new FlakyMemory(before.Fram.Bytes));
        after.World.Run(1);

        LogEntry told = Assert.Single(after.Events, entry => entry.Id == EventId.PacketRecovered);
        Assert.Equal(before.Totals.InFlightNl, told.First);
    }

    private static MemoryWorld InFlight()
    {
        var before = new MemoryWorld(new FlakyMemory());
        before.Pump.Refill(30_000_000, confirmed: true);
        before.World.Run(8);
        before.Pump.StartTherapy(TherapyOrder.Constant(MemoryWorld.RateNlPerHour, 336, 8_330), confirmed: true);
        Assert.True(before.World.RunUntil(() => before.Totals.InFlightNl > 0, 60));
        return before;
    }

    private static MemoryWorld CutAt(long cut)
    {
        var before = new MemoryWorld(new FlakyMemory { PowerLeftBytes = cut });

        try
        {
            before.LiveOneMinute();
        }
        catch (MemoryWorld.PowerCutException)
        {
            return before;
        }

        Assert.Fail("the power did not go");
        return before;
    }
}
