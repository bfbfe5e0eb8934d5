using System.Linq;
using Haip.VirtualBoard.Campaigns;
using Xunit;

namespace Haip.HostTests.Accuracy;

/// <summary>Percentiles by nearest rank, against examples that a person can count.</summary>
[Trait("Category", "Accuracy")]
public class SpreadTests
{
    [Fact]
    public void Of_a_hundred_patients_95_are_within_the_95th()
    {
        Spread spread = Spread.OfSizes(Enumerable.Range(1, 100).Select(i => (double)i).Reverse());

        Assert.Equal(new Spread(100, 50.5, 95, 100), spread);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 10)]  // nine of ten are fewer than 95 of 100
    [InlineData(19, 19)]
    [InlineData(20, 19)]
    [InlineData(21, 20)]
    [InlineData(40, 38)]
    [InlineData(1_000, 950)]
    public void At_least_95_of_100_values_do_not_exceed_the_95th(int count, double expected)
    {
        double[] sorted = [.. Enumerable.Range(1, count).Select(i => (double)i)];

        Assert.Equal(expected, Spread.Percentile(sorted, 95));
        Assert.True(sorted.Count(value => value <= expected) >= 0.95 * count);
    }

    [Fact]
    public void Sizes_have_no_sign()
    {
        Assert.Equal(new Spread(3, 2, 5, 5), Spread.OfSizes([-5, 1, -2]));
    }

    [Fact]
    public void Of_nobody_there_is_nothing()
    {
        Assert.Equal(new Spread(0, null, null, null), Spread.OfSizes([]));
    }

    [Fact]
    public void An_alarm_that_never_came_took_longer_than_all_others()
    {
        Assert.Equal(new Spread(3, 2, double.PositiveInfinity, double.PositiveInfinity), Spread.OfSizes([1, double.PositiveInfinity, 2]));
    }
}
