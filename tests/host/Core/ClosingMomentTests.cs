using System;
using Haip.Core;
using Haip.Core.Metering;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>When V2 closes: a chamber of 1 s behind an artery with pulse, that coughs, rises and falls.</summary>
[Trait("Category", "Accuracy")]
[Trait("Requirement", "SR-177")]
public class ClosingMomentTests
{
    private const int ArteryPa = 12_000;
    private const int WantedPa = 2_000;
    private const int SlackPa = 800;
    private const int OpenMs = 3_000;
    private const int MostMs = 4_500;
    private const int StepMs = 50;
    private const int TravelMs = 600;

    private readonly BoardProfile _board = new();
    private readonly ClosingMoment _closing;
    private double _chamberPa = ArteryPa + WantedPa;

    public ClosingMomentTests() => _closing = new ClosingMoment(_board);

    private int UsualMs => _board.ValveTravelMs + OpenMs;

    [Fact]
    public void A_packet_like_any_other_closes_at_its_time()
    {
        Assert.Equal(UsualMs, ClosedAt(_ => 0));
        Assert.False(_closing.Early);
    }

    [Theory]
    [InlineData(2_900)]
    [InlineData(3_300)]
    public void A_cough_at_the_end_is_waited_for(int atMs)
    {
        int closedMs = ClosedAt(ms => ms >= atMs && ms < atMs + 1_000 ? 7_000 : 0);

        Assert.InRange(closedMs, atMs + 1_100, _board.ValveTravelMs + MostMs);
        Assert.InRange(_chamberPa, ArteryPa - SlackPa, ArteryPa + SlackPa + 300);
    }

    [Fact]
    public void A_cough_that_is_over_in_time_changes_nothing()
    {
        Assert.Equal(UsualMs, ClosedAt(ms => ms < 1_000 ? 7_000 : 0));
    }

    [Fact]
    public void An_artery_that_stays_high_is_waited_for_to_the_longest_time()
    {
        Assert.Equal(_board.ValveTravelMs + MostMs, ClosedAt(_ => 4_000));
    }

    [Theory]
    [InlineData(-3_000)]
    [InlineData(-6_000)]
    public void Where_the_artery_has_fallen_no_more_leaves_than_was_wanted(int movedPa)
    {
        int closedMs = ClosedAt(_ => movedPa);

        Assert.True(_closing.Early);
        Assert.InRange(closedMs, 0, UsualMs - 1);
        Assert.InRange(ArteryPa + WantedPa - _chamberPa, WantedPa, WantedPa + (2 * SlackPa)); // the pulse's share; all that there is would be 5 or 8 kPa
    }

    [Fact]
    public void Without_a_pressure_the_time_decides()
    {
        Assert.Equal(UsualMs, ClosedAt(_ => -6_000, catheterValid: false));
        Assert.Equal(UsualMs, ClosedAt(_ => -6_000, chamberValid: false));
    }

    [Fact]
    public void What_the_sensors_differ_by_is_no_pressure()
    {
        Assert.Equal(UsualMs, ClosedAt(_ => 0, offsetPa: 900));
    }

    // V2 conducts as soon as it has left its seat, and until it is back on it.
    private int ClosedAt(Func<int, double> movesPa, bool chamberValid = true, bool catheterValid = true, int offsetPa = 0)
    {
        int fullPa = ArteryPa + WantedPa;
        int shutMs = int.MaxValue;
        _chamberPa = fullPa;
        _closing.Begin(0, OpenMs, MostMs, fullPa + offsetPa, WantedPa, SlackPa);

        for (int ms = 0; ms < 10_000; ms += StepMs)
        {
            if (shutMs == int.MaxValue)
            {
                var readings = new Readings
                {
                    NowMs = ms,
                    ChamberAtMs = ms,
                    ChamberValid = chamberValid,
                    ChamberPa = (int)_chamberPa + offsetPa,
                    CatheterValid = catheterValid,
                    CatheterPa = (int)Artery(ms),
                };
                shutMs = _closing.IsNow(readings, offsetPa) ? ms : shutMs;
            }

            if (shutMs == int.MaxValue || ms < shutMs + Math.Min(TravelMs, shutMs))
            {
                _chamberPa += (Artery(ms) - _chamberPa) * StepMs / 1_000;
            }
        }

        return shutMs;

        double Artery(int ms) => ArteryPa + movesPa(ms) + (1_500 * Math.Sin(2 * Math.PI * 1.2 * ms / 1_000));
    }
}
