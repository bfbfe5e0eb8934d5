using FsCheck.Fluent;
using Haip.Core.Delivery;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Core")]
public class VolumeIntegralTests
{
    [Fact]
    public void A_million_small_steps_are_one_large_one()
    {
        var small = new VolumeIntegral();
        var large = new VolumeIntegral();

        for (int i = 0; i < 1_000_000; i++)
        {
            small.Add(54_167, 100);
        }

        large.Add(54_167, 100_000_000);

        Assert.Equal(large.TotalNl, small.TotalNl);
        Assert.Equal(54_167L * 100_000_000 / 3_600_000, small.TotalNl);
    }

    [Fact]
    [Trait("Requirement", "SR-105")]
    public void However_time_is_cut_the_volume_is_the_same()
    {
        var cases = from rate in Gen.Choose(-200_000_000, 200_000_000)
                    from steps in Gen.ArrayOf(Gen.Choose(0, 100_000))
                    select (rate, steps);

        Law.Holds(cases, c =>
        {
            var cut = new VolumeIntegral();
            var whole = new VolumeIntegral();
            long totalMs = 0;

            foreach (int step in c.steps)
            {
                cut.Add(c.rate, step);
                totalMs += step;
            }

            whole.Add(c.rate, totalMs);
            Assert.Equal(whole.TotalNl, cut.TotalNl);
        });
    }

    [Fact]
    public void What_flows_forth_and_back_leaves_nothing()
    {
        var cases = from rate in Gen.Choose(-200_000_000, 200_000_000)
                    from ms in Gen.Choose(0, 10_000_000)
                    select (rate, ms);

        Law.Holds(cases, c =>
        {
            var volume = new VolumeIntegral();
            volume.Add(c.rate, c.ms);
            volume.Add(-c.rate, c.ms);
            Assert.Equal(0, volume.TotalNl);
        });
    }

    [Fact]
    public void A_total_is_rounded_towards_zero()
    {
        var volume = new VolumeIntegral();

        volume.Add(1, 3_599_999);
        Assert.Equal(0, volume.TotalNl);
        volume.Add(1, 1);
        Assert.Equal(1, volume.TotalNl);

        volume.Reset();
        volume.Add(-1, 3_599_999);
        Assert.Equal(0, volume.TotalNl);
    }

    [Fact]
    public void Decades_at_the_highest_rate_do_not_overflow()
    {
        var volume = new VolumeIntegral();
        const long YearMs = 365L * 86_400_000;

        for (int year = 0; year < 50; year++)
        {
            volume.Add(1_000_000, YearMs);
        }

        Assert.Equal(50L * 365 * 24 * 1_000_000, volume.TotalNl);
    }
}
