using System;
using Haip.Core;
using Haip.Core.Metering;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>A chamber that empties into an artery with breath and pulse.</summary>
[Trait("Category", "Accuracy")]
[Trait("Requirement", "SR-174")]
public class EmptyingWatchTests
{
    private const int PlentyMs = 60_000;
    private const int ArteryPa = 12_400;
    private const int PacketPa = 2_000;
    private const double TravelSeconds = 0.6;

    private readonly BoardProfile _board = new();
    private readonly EmptyingWatch _watch;
    private double _chamberPa = ArteryPa;
    private double _catheterPa = ArteryPa;
    private double _seconds;

    public EmptyingWatchTests() => _watch = new EmptyingWatch(_board);

    [Theory]
    [InlineData(0.5, 3_000)]
    [InlineData(1.03, 3_000)]
    [InlineData(1.5, 3_000)]
    [InlineData(7.2, EmptyingWatch.LongestMs)]
    public void Thick_drug_gets_more_time_and_water_no_more_than_it_needs(double tauSeconds, int openMs)
    {
        Packets(120, tauSeconds);

        Assert.InRange(_watch.OpenMs(PlentyMs), openMs - 250, openMs + 250);
    }

    [Fact]
    public void Time_is_given_back_when_the_drug_is_thin_again()
    {
        Packets(120, 7.2);
        Packets(200, 1);

        Assert.InRange(_watch.OpenMs(PlentyMs), 3_000, 3_200);
    }

    [Fact]
    public void The_rate_decides_how_much_time_there_is()
    {
        Packets(120, 7.2);

        Assert.Equal(3_700, _watch.OpenMs(3_700));
        Assert.Equal(_board.EmptyMs, _watch.OpenMs(1_000));
        Assert.Equal(_board.EmptyMs, _watch.OpenMs(-2_000));
    }

    [Fact]
    public void A_packet_with_the_longest_emptying_is_within_what_the_supervisor_lets_a_valve_stay_open()
    {
        Assert.True(_board.ValveTravelMs + EmptyingWatch.LongestMs + 100 < Haip.Core.Supervision.SupervisorLimits.OutletOpenMs);
    }

    [Fact]
    [Trait("Requirement", "SR-104")]
    public void An_artery_that_rises_over_the_chamber_is_seen_at_P2_alone()
    {
        _chamberPa = ArteryPa + PacketPa;
        Open(1, 3_000, risesPa: 4_000);

        Assert.InRange(_watch.BackwardsPa(ArteryPa + PacketPa, 0), 1_500, 2_500);
        Assert.InRange(_watch.BackwardsPa(ArteryPa + PacketPa, 500), 2_000, 3_000);
        Assert.Equal(0, _watch.BackwardsPa(ArteryPa + 8_000, 0));
    }

    [Fact]
    [Trait("Requirement", "SR-217")]
    public void A_chamber_behind_an_open_way_swings_with_the_artery_and_one_behind_a_shut_way_stays()
    {
        Open(1, 3_000, risesPa: 0);
        Assert.InRange(_watch.SwingPa, 400, 1_500);

        Open(1e9, 3_000, risesPa: 0);
        Assert.InRange(_watch.SwingPa, 0, 1);

        _watch.Begin(0, 3_000);
        Assert.Equal(0, _watch.SwingPa);
    }

    private void Packets(int count, double tauSeconds)
    {
        for (int i = 0; i < count; i++)
        {
            _seconds += 6.1;
            _chamberPa += PacketPa; // what is left pushes the next packet
            double fullPa = _chamberPa;
            Open(tauSeconds, _watch.OpenMs(PlentyMs), risesPa: 0);
            _watch.Learn((int)(fullPa - _chamberPa));
        }
    }

    private void Open(double tauSeconds, int openMs, double risesPa)
    {
        const double Step = 0.05;
        long nowMs = (long)(_seconds * 1000);
        _watch.Begin(nowMs, openMs);

        for (double t = 0; t < ((_board.ValveTravelMs + openMs) / 1000.0) + TravelSeconds; t += Step)
        {
            _seconds += Step;
            double wavesPa = (2_650 * Math.Sin(2 * Math.PI * 1.2 * _seconds)) + (400 * Math.Sin(2 * Math.PI * 0.25 * _seconds)) + (300 * Math.Sin(2 * Math.PI * 0.1 * _seconds));
            _catheterPa = ArteryPa + risesPa + wavesPa;
            _chamberPa += (_catheterPa - _chamberPa) * Step / tauSeconds;

            if (t < (_board.ValveTravelMs + openMs) / 1000.0)
            {
                long atMs = (long)(_seconds * 1000);
                _watch.Take(new Readings { NowMs = atMs, ChamberAtMs = atMs, ChamberValid = true, ChamberPa = (int)_chamberPa, CatheterValid = true, CatheterPa = (int)_catheterPa });
            }
        }
    }
}
