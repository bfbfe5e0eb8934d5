using System.Linq;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Population;
using Xunit;

namespace Haip.HostTests.Population;

[Trait("Category", "Virtual")]
public class TrackTests
{
    [Fact]
    public void What_comes_together_adds_up_and_ends_where_it_began()
    {
        var track = new Track(ScenarioVerb.ArteryMean);
        track.Add(100, by: 3, riseSeconds: 10, holdSeconds: 100, fallSeconds: 10);
        track.Add(105, by: 1, riseSeconds: 0, holdSeconds: 50, fallSeconds: 0);

        // Up 1.5 in the first half of the ramp, a jump and the other half, a jump back, and the ramp down.
        Assert.Equal(
            [
                (100_000L, 1.5, 5.0), (105_000, 4, 5), (155_000, 3, 0), (210_000, 0, 10),
            ],
            track.Steps(1_000, sum => sum).Select(step => (step.AtMs, step.Value, step.OverSeconds)));
    }

    [Fact]
    public void Steps_after_the_end_are_left_out()
    {
        var track = new Track(ScenarioVerb.HeartRate);
        track.Add(100, by: 20, riseSeconds: 0, holdSeconds: 100, fallSeconds: 0);

        Assert.Equal([100_000L], track.Steps(150, sum => sum).Select(step => step.AtMs));
        Assert.Equal([100_000L, 200_000], track.Steps(250, sum => sum).Select(step => step.AtMs));
    }

    [Fact]
    public void A_mountain_of_2500_metres_has_74_7_kilopascals()
    {
        Assert.Equal(101_325, Altitude.Pa(0), 1.0);
        Assert.Equal(74_680, Altitude.Pa(2_500), 50.0);
        Assert.Equal(89_870, Altitude.Pa(1_000), 50.0);
    }
}
