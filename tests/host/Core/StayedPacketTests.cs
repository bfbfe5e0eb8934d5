using System;
using Haip.Core;
using Haip.Core.Catheter;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>Packets before a closed catheter that are not what was wanted.</summary>
[Trait("Category", "Core")]
[Trait("Requirement", "SR-217")]
public class StayedPacketTests
{
    private const int TickMs = 100;

    private readonly BoardProfile _board = new();
    private readonly DeliveryStatus _status = new();
    private readonly Readings _readings = new() { CatheterValid = true };
    private readonly CatheterMonitor _monitor;
    private int _catheterPa = 12_000;

    public StayedPacketTests()
    {
        _monitor = new CatheterMonitor(_board, _status);
        Rest(seconds: 4.5);
    }

    [Fact]
    public void What_came_back_into_the_chamber_takes_the_pressure_of_a_closed_catheter_with_it()
    {
        Packet(-72, kept: 1);
        Assert.Equal(1, _status.OccludedPackets);

        Packet(-72, kept: 0); // an open way to an artery that stands higher
        Assert.Equal(0, _status.OccludedPackets);
    }

    [Theory]
    [InlineData(-19)]
    [InlineData(0)]
    [InlineData(19)]
    public void Hardly_any_packet_says_nothing(long packetNl)
    {
        Packet(120, kept: 1);
        Packet(packetNl, kept: 0);
        Assert.Equal(1, _status.OccludedPackets);

        Packet(120, kept: 1);
        Assert.Equal(2, _status.OccludedPackets);
    }

    [Fact]
    public void One_that_stayed_in_the_chamber_is_one_that_stayed()
    {
        Packet(120, kept: 1);
        _status.BlockedPackets = 1;
        Packet(3, kept: 0);

        Assert.Equal(2, _status.OccludedPackets);
    }

    [Fact]
    public void Behind_a_pulse_it_is_none()
    {
        _status.BlockedPackets = 1;
        Packet(3, kept: 0, pulsePa: 1_000);

        Assert.Equal(0, _status.OccludedPackets);
    }

    [Fact]
    public void A_packet_that_leaves_at_once_is_aimed_from_where_the_last_one_has_left_a_closed_catheter()
    {
        Empty(120, kept: 1);

        Assert.Equal(13_000, _catheterPa);
        Assert.Equal(13_000, _status.ExpectedEndPa);
    }

    private void Packet(long packetNl, double kept, double pulsePa = 0)
    {
        Empty(packetNl, kept);
        Rest(seconds: 2.5, pulsePa);
    }

    private void Empty(long packetNl, double kept)
    {
        _catheterPa += (int)(packetNl * 1e6 / _board.CatheterFlPerPa * kept);
        _status.DeliveredNl = packetNl;
        Tick(PacketPhase.CloseOutlet, 0);
        Tick(PacketPhase.SettleEmpty, 0);
        _monitor.PacketMetered();
    }

    private void Rest(double seconds, double pulsePa = 0)
    {
        for (int i = 0; i < seconds * 1_000 / TickMs; i++)
        {
            Tick(PacketPhase.Rest, pulsePa * Math.Sin(i));
        }
    }

    private void Tick(PacketPhase phase, double pulsePa)
    {
        _readings.NowMs += TickMs;
        _readings.CatheterPa = _catheterPa + (int)pulsePa;
        _status.Phase = phase;
        _monitor.Take(_readings);
    }
}
