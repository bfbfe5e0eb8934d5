using System;
using System.Linq;
using Haip.Core.Catheter;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Accuracy")]
[Trait("Requirement", "SR-461")]
public class BumpWeightsTests
{
    private const int WindowMs = BumpWeights.BeforeMs + BumpWeights.AfterMs;
    private const int StepMs = 10;

    [Fact]
    public void The_sums_are_zero_before_and_after_the_window()
    {
        Assert.All(new[] { int.MinValue, -1, 0, WindowMs, WindowMs + 1, int.MaxValue }, ms => Assert.Equal(0, BumpWeights.SumAt(ms)));
    }

    [Fact]
    public void The_areas_are_those_under_the_sums()
    {
        double area = 0;

        for (int ms = 0; ms < WindowMs; ms += StepMs)
        {
            Assert.Equal(area, BumpWeights.AreaAt(ms), 1_500.0);
            area += (BumpWeights.SumAt(ms) + BumpWeights.SumAt(ms + StepMs)) * StepMs / 2.0;
        }

        Assert.Equal(0, BumpWeights.AreaAt(-1));
        Assert.Equal(area, BumpWeights.AreaAt(WindowMs), 1_500.0);
        Assert.Equal(BumpWeights.AreaAt(WindowMs), BumpWeights.AreaAt(int.MaxValue));
    }

    [Fact]
    public void A_slope_of_100_Pa_a_second_weighs_less_than_5_Pa()
    {
        Assert.InRange(0.1 * BumpWeights.AreaAt(WindowMs) / BumpWeights.UnitPermille, -5, 5);
    }

    [Theory]
    [InlineData(0.05, 0.1)]
    [InlineData(0.1, 0.1)]
    [InlineData(0.2, 0.1)]
    [InlineData(0.25, 0.15)]
    [InlineData(0.3, 0.3)]
    public void Slow_waves_weigh_next_to_nothing(double hz, double most) => Assert.InRange(Answer(hz), 0, most);

    [Fact]
    public void What_a_packet_is_made_of_weighs_much() => Assert.InRange(Answer(0.45), 4, 10);

    private static double Answer(double hz)
    {
        double[] parts = [.. new[] { 0.0, Math.PI / 2 }.Select(phase => Enumerable.Range(0, WindowMs / StepMs).Sum(i =>
            (BumpWeights.SumAt((i + 1) * StepMs) - BumpWeights.SumAt(i * StepMs)) * Math.Cos((2 * Math.PI * hz * (i + 0.5) * StepMs / 1_000) + phase)))];
        return Math.Sqrt((parts[0] * parts[0]) + (parts[1] * parts[1])) / BumpWeights.UnitPermille;
    }
}
