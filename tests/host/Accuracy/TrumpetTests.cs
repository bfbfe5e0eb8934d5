using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Accuracy;

/// <summary>The windows of IEC 60601-2-24, against flows that a person can add up.</summary>
[Trait("Category", "Accuracy")]
public class TrumpetTests
{
    [Fact]
    public void A_window_holds_the_mean_of_its_samples_and_the_curve_its_extremes()
    {
        // 10 a minute ordered. Two minutes hold 20, 22, 24, 18, 14: the extremes are +20 % and -30 %.
        Trumpet trumpet = Run([2], sampleMinutes: 1, fromMinutes: 0, [10, 10, 12, 12, 6, 8]);

        Assert.Equal([-30, 20], trumpet.ErrorPercent()[2]);
    }

    [Fact]
    public void Each_window_has_its_own_extremes()
    {
        // Five minutes: 50 and 48; one minute: -40 % and +20 %.
        Trumpet trumpet = Run([1, 5], sampleMinutes: 1, fromMinutes: 0, [10, 10, 12, 12, 6, 8]);

        Assert.Equal([-40, 20], trumpet.ErrorPercent()[1]);
        Assert.Equal([-4, 0], trumpet.ErrorPercent()[5]);
    }

    [Fact]
    public void Half_minutes_are_samples_too()
    {
        // 5 in half a minute. Two minutes are four samples: 20, 21, 22.
        Trumpet trumpet = Run([2], sampleMinutes: 0.5, fromMinutes: 0, [5, 5, 5, 5, 6, 6]);

        Assert.Equal([0, 10], trumpet.ErrorPercent()[2]);
    }

    [Fact]
    public void No_window_begins_before_the_flow_has_settled_or_ends_after_the_last_minute()
    {
        // The wild samples are the first and the last.
        Trumpet trumpet = Run([2], sampleMinutes: 1, fromMinutes: 1, [0, 10, 10, 11, 11, 90], toMinutes: 5);

        Assert.Equal([0, 10], trumpet.ErrorPercent()[2]);
    }

    [Fact]
    public void A_window_that_is_longer_than_the_run_has_no_errors()
    {
        Assert.Equal([2], Run([2, 30], sampleMinutes: 1, fromMinutes: 0, [10, 10, 10]).ErrorPercent().Keys);
    }

    [Fact]
    public void No_window_crosses_a_change_of_the_order()
    {
        var trumpet = new Trumpet([2], fromMinutes: 0);
        Feed(trumpet, [10, 10, 10], orderedPerSample: 10);
        trumpet.Restart();
        Feed(trumpet, [20, 20, 20], orderedPerSample: 20);

        Assert.Equal([0, 0], trumpet.ErrorPercent()[2]);
    }

    [Fact]
    public void A_day_of_even_flow_has_no_error_in_any_window_of_the_standard()
    {
        Trumpet trumpet = Run(Trumpet.AmbulatoryMinutes, sampleMinutes: 1, fromMinutes: 60, [.. Enumerable.Repeat(10.0, 1_440)]);

        Assert.Equal(Trumpet.AmbulatoryMinutes, trumpet.ErrorPercent().Keys);
        Assert.All(trumpet.ErrorPercent().Values, errors => Assert.Equal([0, 0], errors));
    }

    private static Trumpet Run(IReadOnlyList<int> windows, double sampleMinutes, double fromMinutes, double[] delivered, double toMinutes = double.PositiveInfinity)
    {
        var trumpet = new Trumpet(windows, sampleMinutes, fromMinutes, toMinutes);
        Feed(trumpet, delivered, 10 * sampleMinutes);
        return trumpet;
    }

    private static void Feed(Trumpet trumpet, double[] delivered, double orderedPerSample)
    {
        double orderedNl = 1_000;
        double deliveredNl = 900;
        trumpet.Take(orderedNl, deliveredNl);

        foreach (double volume in delivered)
        {
            orderedNl += orderedPerSample;
            deliveredNl += volume;
            trumpet.Take(orderedNl, deliveredNl);
        }
    }
}
