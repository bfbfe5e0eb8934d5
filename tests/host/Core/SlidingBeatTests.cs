using System;
using Haip.Core.Catheter;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Accuracy")]
[Trait("Requirement", "SR-461")]
public class SlidingBeatTests
{
    private const int OriginPa = 12_400;
    private const int OpenMs = 30_000;

    private readonly SlidingBeat _sliding = new();

    [Theory]
    [InlineData(0.8, 60)]
    [InlineData(1.2, 60)]
    [InlineData(1.9, 350)] // beats of no more than two or three pieces
    public void A_regular_pulse_weighs_next_to_nothing_wherever_the_packet_falls_into_it(double heartHz, int most)
    {
        for (double phase = 0; phase < 6; phase++)
        {
            Assert.InRange(Weighed(heartHz, ms => 2_500 * Math.Sin((2 * Math.PI * heartHz * ms / 1_000) + phase)), -most, most);
        }
    }

    [Theory]
    [InlineData(0.8)]
    [InlineData(1.2)]
    public void Breathing_weighs_next_to_nothing_however_slow_the_heart(double heartHz)
    {
        for (double phase = 0; phase < 6; phase++)
        {
            Assert.InRange(Weighed(heartHz, ms => 500 * Math.Sin((2 * Math.PI * 0.27 * ms / 1_000) + phase)), -100, 100);
        }
    }

    [Theory]
    [InlineData(0.8, 200, 700)]
    [InlineData(1.2, 350, 900)]
    public void A_packet_is_seen(double heartHz, int leastPa, int mostPa)
    {
        Assert.InRange(Weighed(heartHz, ms => ms < OpenMs ? 0 : 500 * Math.Exp((OpenMs - ms) / 1_000.0)), leastPa, mostPa);
    }

    [Fact]
    public void Without_a_beat_nothing_is_weighed() => Assert.Equal(0, Weighed(10_000));

    [Fact]
    public void Beats_that_differ_by_more_than_a_twelfth_are_not_steady()
    {
        Beats(850, 850);
        Assert.True(_sliding.IsSteady);
        Beats(700, 1_000);
        Assert.False(_sliding.IsSteady);
        Beats(840, 860);
        Assert.True(_sliding.IsSteady);
    }

    private int Weighed(double heartHz, Func<int, double> pa)
    {
        int beatMs = (int)Math.Round(1_000 / heartHz);
        Beats(beatMs, beatMs);
        int endMs = OpenMs + BumpWeights.AfterMs + _sliding.LateMs;

        for (int ms = 0; ms <= endMs; ms += 50)
        {
            _sliding.Take(50, OriginPa + (int)Math.Round(pa(ms)), broken: ms == 0);
        }

        int lastMs = endMs / 50 * 50;
        return Weighed(lastMs - OpenMs + BumpWeights.BeforeMs);
    }

    // In a few ticks, and in no more than the pieces of ten seconds need.
    private int Weighed(int nowMs)
    {
        _sliding.Begin(nowMs, OriginPa);
        int ticks = 1;

        while (!_sliding.GoOn())
        {
            ticks++;
        }

        Assert.InRange(ticks, 1, 5);
        return _sliding.WeighedPa;
    }

    private void Beats(int oneMs, int otherMs)
    {
        for (int i = 0; i < 60; i++)
        {
            _sliding.TakeBeat(i % 2 == 0 ? oneMs : otherMs);
        }
    }
}
