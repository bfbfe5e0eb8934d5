using System;
using Haip.Core.Metering;
using Xunit;

namespace Haip.HostTests.Core;

/// <summary>What the flow sensor sees beyond the chamber, with the noise of one packet of 200 nL.</summary>
[Trait("Category", "Accuracy")]
public class BubbleWatchTests
{
    private const int BodyMilliC = 37_000;
    private const int NoLeastPpm = -250_000;
    private const int PacketsOfAYear = 2_400_000;

    private readonly BubbleWatch _watch = new();
    private readonly Random _random = new(1);
    private int _noisePpm = 7_000;

    public BubbleWatchTests() => _watch.Restart();

    [Theory]
    [Trait("Requirement", "SR-227")]
    [InlineData(0)]
    [InlineData(4_000)]
    [InlineData(-4_000)]
    public void A_year_of_noise_is_no_bubble(int offPpm)
    {
        for (int i = 0; i < PacketsOfAYear; i++)
        {
            Packets(1, offPpm);
            Assert.False(_watch.Found);
        }
    }

    [Theory]
    [Trait("Requirement", "SR-172")]
    [InlineData(8_000, 5_000, 50, 85)]
    [InlineData(10_000, 7_000, 50, 85)]
    [InlineData(15_000, 7_000, 30, 100)]
    [InlineData(25_000, 7_000, 15, 100)]
    public void A_jump_is_found_within_packets_and_counts_in_full(int jumpPpm, int noisePpm, int within, int leastPercent)
    {
        _noisePpm = noisePpm;
        const int Trials = 200;
        int found = 0;
        int followed = 0;
        double unseenPpm = 0;

        for (int i = 0; i < Trials; i++)
        {
            _watch.Restart();
            Packets(500, 1_000);
            Packets(within, 1_000 + jumpPpm);
            found += _watch.Found ? 1 : 0;
            Packets(50, 1_000 + jumpPpm);
            followed += _watch.Found ? 1 : 0;
            unseenPpm += _watch.UnseenPpm;
        }

        Assert.InRange(found, Trials * leastPercent / 100, Trials);
        Assert.Equal(jumpPpm, unseenPpm / followed, 1_000.0);
    }

    [Fact]
    [Trait("Requirement", "SR-172")]
    public void A_bubble_that_dissolves_is_followed_until_it_has_gone()
    {
        const int Trials = 20;
        const int PacketsOfFourHours = 1_100;
        double offPpm = 0;

        for (int trial = 0; trial < Trials; trial++)
        {
            _watch.Restart();
            Packets(500, 0);

            for (int i = 0; i < PacketsOfFourHours; i++)
            {
                double truePpm = 15_000 * Math.Pow(1 - ((double)i / PacketsOfFourHours), 1.5);
                Packets(1, (int)truePpm);
                offPpm += truePpm - _watch.UnseenPpm;
            }

            Packets(200, 0);
            Assert.False(_watch.Found);
            Assert.Equal(0, _watch.UnseenPpm);
        }

        Assert.Equal(0, offPpm / PacketsOfFourHours / Trials, 700.0);
    }

    [Theory]
    [InlineData(4_000, 110)]
    [InlineData(-4_000, 110)]
    [InlineData(1_000, 90)]
    public void A_fever_that_changes_both_instruments_is_no_bubble(int riseMilliC, int packets)
    {
        foreach (int ppmPerC in (int[])[BubbleWatch.MostPpmPerC, -BubbleWatch.MostPpmPerC])
        {
            for (int trial = 0; trial < 50; trial++)
            {
                _watch.Restart();
                Packets(500, 0);

                for (int i = 0; i < packets * 4; i++)
                {
                    int aboveMilliC = riseMilliC * Math.Min(i, packets) / packets;
                    Packet(ppmPerC * aboveMilliC / 1_000, BodyMilliC + aboveMilliC);
                    Assert.False(_watch.Found);
                }
            }
        }
    }

    [Fact]
    public void What_a_fever_may_explain_of_a_bubble_does_not_count()
    {
        Packets(500, 0);
        Packets(100, 15_000);
        Assert.InRange(_watch.UnseenPpm, 9_000, 21_000);

        for (int i = 0; i < 100; i++)
        {
            Packet(15_000, BodyMilliC + 8_000);
            Assert.InRange(_watch.UnseenPpm, 0, 1_500);
        }
    }

    [Fact]
    public void A_jump_towards_less_is_no_bubble_and_neither_is_its_end()
    {
        for (int i = 0; i < 20; i++)
        {
            _watch.Restart();
            Packets(500, 0, 0);
            Packets(200, -20_000, 0);
            Assert.False(_watch.Found);
            Packets(300, 0, 0);
            Assert.False(_watch.Found);
        }
    }

    [Fact]
    public void A_few_packets_far_off_are_no_bubble()
    {
        Packets(500, 0);
        Packets(2, 250_000);
        Packets(100, 0);

        Assert.False(_watch.Found);
    }

    [Fact]
    public void What_stays_longer_than_a_bubble_is_none()
    {
        Packets(500, 0);
        Packets(BubbleWatch.LongestPackets, 10_000);
        Assert.True(_watch.Found);

        Packets(300, 10_000);
        Assert.False(_watch.Found);
        Assert.Equal(0, _watch.UnseenPpm);
    }

    private void Packets(int count, int morePpm, int leastPpm = NoLeastPpm)
    {
        for (int i = 0; i < count; i++)
        {
            Packet(morePpm, BodyMilliC, leastPpm);
        }
    }

    // A sum of twelve is near enough to a Gaussian.
    private void Packet(int morePpm, int drugMilliC, int leastPpm = NoLeastPpm)
    {
        double noise = -6;

        for (int i = 0; i < 12; i++)
        {
            noise += _random.NextDouble();
        }

        _watch.Take(morePpm + (int)(_noisePpm * noise), leastPpm, drugMilliC);
    }
}
