using Haip.VirtualBoard.Campaigns;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>A part of <c>bench power-loss</c>.</summary>
[Trait("Category", "Safety")]
public class PowerLossCampaignTests
{
    [Fact]
    public void Power_that_goes_at_any_byte_leaves_books_that_once_were_and_counts_nothing_twice()
    {
        PowerLossReport report = PowerLossCampaign.Run(seed: 1, days: 0.03, _ => { }, () => false)!;

        Assert.True(report.Cuts > 1_000);
        Assert.Equal(report.Cuts, report.Recovered);
        Assert.Equal(0, report.CountedTwice);
        Assert.InRange(report.MostUncounted, 0, 1);
    }
}
