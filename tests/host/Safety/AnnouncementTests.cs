using System;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Safety;
using Haip.Core.SelfTest;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>The memory knows of a packet before its valve moves. One that it does not take waits in the sealed chamber.</summary>
[Trait("Category", "Safety")]
[Trait("Requirement", "SR-502")]
public class AnnouncementTests
{
    private readonly MemoryWorld _pump = MemoryWorld.Infusing(seconds: 0);
    private bool _outletWasOpen;
    private int _releasedCount;

    public AnnouncementTests()
    {
        _pump.World.AfterTick += Watch;
        _pump.World.Run(60);
        Assert.True(_releasedCount > 3);
    }

    [Fact]
    public void A_memory_that_fails_now_and_then_holds_a_packet_back_until_it_has_taken_it()
    {
        var random = new Random(1);
        _pump.World.AfterTick += () => _pump.Fram.Silent = random.Next(4) > 0;
        int before = _releasedCount;

        _pump.World.Run(600); // every V2 that opened was in the books: Watch

        Assert.True(_releasedCount - before > 30);
        Assert.Equal(_pump.Totals.MeteredFl * 1e-6, _pump.DeliveredNl, 0.005 * _pump.DeliveredNl);
    }

    [Fact]
    public void No_packet_leaves_at_the_therapys_rate_when_the_memory_is_lost_and_the_patency_rate_goes_on_when_that_is_told()
    {
        Assert.True(_pump.World.RunUntil(() => _pump.Pump.Status.Phase == PacketPhase.SettleFull, 60));
        _pump.Fram.Silent = true;
        int before = _releasedCount;

        Assert.True(_pump.World.RunUntil(() => _pump.Pump.Status.State == PumpState.Patency, 5));
        Assert.True(_pump.Pump.Alarms.IsRaised(AlarmId.MemoryLost));
        Assert.Equal(before, _releasedCount);

        double deliveredNl = _pump.DeliveredNl;
        _pump.World.Run(3_600);
        Assert.InRange(_pump.DeliveredNl - deliveredNl, 7_500, 8_900);
        Assert.False(_pump.Pump.Alarms.IsRaised(AlarmId.SupervisorStopped));
    }

    [Fact]
    [Trait("Requirement", "SR-608")]
    public void A_halt_while_a_packet_waits_leaves_it_in_the_chamber_and_out_of_the_books()
    {
        Assert.True(_pump.World.RunUntil(() => _pump.Pump.Status.Phase == PacketPhase.SettleFull, 60));
        _pump.Fram.Silent = true;
        Assert.True(_pump.World.RunUntil(() => _pump.Totals.InFlightNl > 0, 5));
        double meteredNl = _pump.Totals.MeteredFl * 1e-6;
        int before = _releasedCount;

        _pump.Pump.Suspend();
        _pump.World.Run(1);
        _pump.Fram.Silent = false;
        _pump.World.Run(60);

        Assert.Equal((before, 0), (_releasedCount, _pump.Totals.InFlightNl));
        Assert.Equal(meteredNl, _pump.Totals.MeteredFl * 1e-6, 5.0);
    }

    [Fact]
    [Trait("Requirement", "SR-402")]
    public void A_self_test_that_the_memory_does_not_take_opens_no_valve_to_the_artery()
    {
        var pump = new MemoryWorld(new FlakyMemory());
        bool opened = false;
        pump.World.AfterTick += () => opened |= pump.World.Outputs.OutletOpen;
        pump.World.AfterTick += () => pump.Fram.Silent = pump.Pump.Status.SelfTestStep == SelfTestStep.Lower;

        Assert.True(pump.World.RunUntil(() => pump.Pump.Status.SelfTest == SelfTestResult.Failed, 70));

        Assert.False(opened);
        Assert.Equal(SelfTestStep.Parts, pump.Pump.Status.SelfTestStep);
    }

    // What power that goes at this moment would leave counts the packet.
    private void Watch()
    {
        bool opens = _pump.World.Outputs.OutletOpen && !_outletWasOpen;
        _outletWasOpen = _pump.World.Outputs.OutletOpen;

        if (opens)
        {
            _releasedCount++;
            Totals now = _pump.Totals;
            long kept = new MemoryWorld(new FlakyMemory(_pump.Fram.Bytes)).Totals.MeteredFl;
            Assert.True(kept >= now.MeteredFl + (now.InFlightNl * 1_000_000L) || _pump.Pump.Alarms.IsRaised(AlarmId.MemoryLost));
        }
    }
}
