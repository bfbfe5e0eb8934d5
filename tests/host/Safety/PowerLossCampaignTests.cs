using Haip.VirtualBoard.Campaigns.PowerLoss;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>A part of <c>bench power-loss</c>.</summary>
[Trait("Category", "Safety")]
public class PowerLossCampaignTests
{
    [Fact]
    [Trait("Requirement", "SR-503")]
    [Trait("Requirement", "SR-504")]
    public void Power_that_goes_at_any_byte_leaves_books_that_once_were_counts_nothing_twice_and_loses_no_event()
    {
        PowerLossReport report = PowerLossCampaign.Run(seed: 1, days: 0.03, _ => { }, () => false)!;

        Assert.True(report.Cuts > 5_000);
        Assert.True(report.Packets > 50);
        Assert.Equal(report.Cuts, report.Recovered);
        Assert.Equal((0L, 0L, 0L), (report.CountedTwice, report.Uncounted, report.EventsLost));
        Assert.True(report.Passed);
    }
}
