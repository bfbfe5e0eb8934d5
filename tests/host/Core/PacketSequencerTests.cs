using System;
using System.Collections.Generic;
using System.Linq;
using Haip.Core;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Core")]
public class PacketSequencerTests
{
    private const int TickMs = 50;
    private const int FillMs = 300;
    private const int DriveMilliVolts = 90_000;

    private readonly BoardProfile _board = new();
    private readonly Readings _readings = new() { ChamberValid = true };
    private readonly Outputs _outputs = new();
    private readonly List<(PacketPhase Phase, bool Inlet, bool Outlet, bool Pump)> _trace = [];
    private readonly PacketSequencer _packet;

    public PacketSequencerTests() => _packet = new PacketSequencer(_board);

    /// <summary>Every phase but rest.</summary>
    public static TheoryData<PacketPhase> InFlight => [.. Enum.GetValues<PacketPhase>().Where(phase => phase != PacketPhase.Rest)];

    [Fact]
    public void A_packet_goes_through_its_phases_in_order()
    {
        Assert.Equal(PacketStep.Emptied, WholePacket());

        PacketPhase[] changes = [.. _trace.Select(tick => tick.Phase).Where((phase, i) => i == 0 || phase != _trace[i - 1].Phase)];
        Assert.Equal(
            [
                PacketPhase.Baseline, PacketPhase.Fill, PacketPhase.CloseInlet, PacketPhase.SettleFull,
                PacketPhase.Empty, PacketPhase.CloseOutlet, PacketPhase.SettleEmpty, PacketPhase.Rest,
            ],
            changes);
    }

    [Fact]
    [Trait("Requirement", "SR-101")]
    [Trait("Requirement", "SR-102")]
    public void The_valves_are_open_in_their_own_phase_and_nowhere_else()
    {
        WholePacket();

        Assert.All(_trace, tick => Assert.Equal((tick.Phase == PacketPhase.Fill, tick.Phase == PacketPhase.Empty), (tick.Inlet, tick.Outlet)));
    }

    [Fact]
    [Trait("Requirement", "SR-101")]
    public void The_pump_runs_from_before_the_inlet_is_open_until_after_it_has_closed()
    {
        WholePacket();

        Assert.All(_trace, tick => Assert.Equal(tick.Phase is PacketPhase.Fill or PacketPhase.CloseInlet, tick.Pump));
        Assert.True(_trace.Count(tick => tick.Phase == PacketPhase.CloseInlet) * TickMs >= _board.ValveTravelMs);
    }

    [Fact]
    public void The_burst_outlasts_the_open_inlet_and_both_travels()
    {
        _packet.Start(0, DriveMilliVolts, FillMs, _board.EmptyMs);
        RunTo(PacketPhase.Fill);

        long burstMs = _outputs.PumpCycles * 1_000_000L / _board.PumpMilliHz;

        Assert.Equal(DriveMilliVolts, _outputs.PumpMilliVolts);
        Assert.InRange(burstMs, (2 * _board.ValveTravelMs) + FillMs, (2 * _board.ValveTravelMs) + FillMs + 500);
    }

    [Fact]
    [Trait("Requirement", "SR-102")]
    public void Between_closing_one_valve_and_opening_the_other_lies_a_full_travel()
    {
        WholePacket();

        int closed = _trace.FindLastIndex(tick => tick.Inlet) + 1;
        int opened = _trace.FindIndex(tick => tick.Outlet);
        Assert.True((opened - closed) * TickMs >= _board.ValveTravelMs);
        Assert.True(_trace.Count(tick => tick.Outlet) * TickMs >= _board.ValveTravelMs + _board.EmptyMs - TickMs);
    }

    [Fact]
    public void The_three_pressures_are_taken_while_the_chamber_is_sealed()
    {
        WholePacket(beforePa: 12_400, fullPa: 16_400, emptyPa: 12_500);

        Assert.Equal((true, 12_400), (_packet.BaselineKnown, _packet.BaselinePa));
        Assert.Equal((true, 16_400), (_packet.FullKnown, _packet.FullPa));
        Assert.Equal((true, 12_500), (_packet.EndKnown, _packet.EndPa));
    }

    [Fact]
    public void A_full_chamber_waits_for_leave()
    {
        _packet.Start(0, DriveMilliVolts, FillMs, _board.EmptyMs);
        RunTo(PacketPhase.SettleFull);

        for (int i = 0; i < 1_000; i++)
        {
            Tick();
        }

        Assert.Equal(PacketPhase.SettleFull, _packet.Phase);
        Assert.DoesNotContain(_trace, tick => tick.Outlet);
    }

    [Fact]
    public void A_second_start_does_not_disturb_the_packet_in_flight()
    {
        _packet.Start(0, DriveMilliVolts, FillMs, _board.EmptyMs);
        RunTo(PacketPhase.Fill);

        _packet.Start(_readings.NowMs, 10_000, 5_000, 5_000);
        Tick();

        Assert.Equal(PacketPhase.Fill, _packet.Phase);
        Assert.Equal(DriveMilliVolts, _outputs.PumpMilliVolts);
    }

    [Fact]
    public void A_lost_chamber_sensor_leaves_pressures_unknown_but_the_packet_ends()
    {
        _readings.ChamberValid = false;

        Assert.Equal(PacketStep.Emptied, WholePacket());

        Assert.False(_packet.BaselineKnown || _packet.FullKnown || _packet.EndKnown);
    }

    [Theory]
    [Trait("Requirement", "SR-115")]
    [MemberData(nameof(InFlight))]
    public void An_abort_switches_everything_off_in_the_same_tick(PacketPhase phase)
    {
        BringTo(phase);

        _packet.Abort(_readings.NowMs);

        for (int i = 0; i < 200; i++)
        {
            Tick();
            Assert.False(_outputs.InletOpen || _outputs.OutletOpen || _outputs.PumpRun, $"{_packet.Phase} after {i} ticks");
            Assert.Equal((0, 0), (_outputs.PumpMilliVolts, _outputs.PumpCycles));
        }

        Assert.Equal(PacketPhase.Rest, _packet.Phase);
    }

    [Theory]
    [MemberData(nameof(InFlight))]
    public void An_abort_meters_what_was_on_its_way_out_and_nothing_else(PacketPhase phase)
    {
        BringTo(phase);
        _packet.Abort(_readings.NowMs);
        int metered = 0;

        for (int i = 0; i < 200; i++)
        {
            metered += Tick() == PacketStep.Emptied ? 1 : 0;
        }

        Assert.Equal(phase is PacketPhase.Empty or PacketPhase.CloseOutlet or PacketPhase.SettleEmpty ? 1 : 0, metered);
    }

    [Theory]
    [MemberData(nameof(InFlight))]
    public void After_an_abort_the_next_packet_is_whole(PacketPhase phase)
    {
        BringTo(phase);
        _packet.Abort(_readings.NowMs);

        for (int i = 0; i < 200; i++)
        {
            Tick();
        }

        _trace.Clear();
        Assert.Equal(PacketStep.Emptied, WholePacket());
        Assert.Contains(_trace, tick => tick.Inlet && tick.Pump);
        Assert.Contains(_trace, tick => tick.Outlet);
    }

    private PacketStep WholePacket(int beforePa = 12_400, int fullPa = 16_400, int emptyPa = 12_400)
    {
        _readings.ChamberPa = beforePa;
        _packet.Start(_readings.NowMs, DriveMilliVolts, FillMs, _board.EmptyMs);

        for (int i = 0; i < 1_000; i++)
        {
            PacketStep step = Tick();
            _readings.ChamberPa = _packet.Phase switch
            {
                PacketPhase.Baseline => beforePa,
                PacketPhase.Fill or PacketPhase.CloseInlet or PacketPhase.SettleFull => fullPa,
                _ => emptyPa,
            };

            if (step == PacketStep.Filled)
            {
                _packet.Release(_readings.NowMs);
            }
            else if (step == PacketStep.Emptied)
            {
                return step;
            }
        }

        return PacketStep.None;
    }

    private void BringTo(PacketPhase phase)
    {
        _packet.Start(_readings.NowMs, DriveMilliVolts, FillMs, _board.EmptyMs);
        RunTo(phase);
    }

    private void RunTo(PacketPhase phase)
    {
        for (int i = 0; i < 1_000 && _packet.Phase != phase; i++)
        {
            if (Tick() == PacketStep.Filled)
            {
                _packet.Release(_readings.NowMs);
            }
        }

        Assert.Equal(phase, _packet.Phase);
    }

    private PacketStep Tick()
    {
        _readings.NowMs += TickMs;
        _readings.ChamberAtMs = _readings.NowMs - TickMs;
        _outputs.Release();
        PacketStep step = _packet.Tick(_readings, _outputs);
        _trace.Add((_packet.Phase, _outputs.InletOpen, _outputs.OutletOpen, _outputs.PumpRun));
        return step;
    }
}
