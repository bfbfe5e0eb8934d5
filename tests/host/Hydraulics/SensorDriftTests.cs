using System;
using System.Linq;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Parts;
using Xunit;

namespace Haip.HostTests.Hydraulics;

[Trait("Category", "Virtual")]
public class SensorDriftTests
{
    [Fact]
    public void Gain_and_offset_follow_warmth_and_days_from_what_they_were()
    {
        var error = new SensorError(new Noise(1)) { Gain = 1.02, Offset = 60 };
        var drift = new SensorDrift(error, new Noise(2)) { GainPerC = 0.001, GainPerDay = 0.0002, OffsetPerC = 4 };

        drift.Age(1, days: 10, bodyC: 40);

        Assert.Equal(1.02 * 1.005, error.Gain, 1e-12);
        Assert.Equal(72, error.Offset, 1e-9);

        drift.Age(1, days: 0, bodyC: 37);
        Assert.Equal(1.02, error.Gain, 1e-12);
        Assert.Equal(60, error.Offset, 1e-9);
    }

    [Fact]
    public void A_random_walk_spreads_with_the_root_of_the_time_however_often_it_is_asked()
    {
        double Spread(double days, double everySeconds)
        {
            double[] ends =
            [
                .. Enumerable.Range(0, 400).Select(i =>
                {
                    var error = new SensorError(new Noise(1));
                    var drift = new SensorDrift(error, new Noise((ulong)(1_000 + (i * 7_919)))) { WalkPerRootDay = 5 };

                    for (double seconds = 0; seconds < days * 86_400; seconds += everySeconds)
                    {
                        drift.Age(everySeconds, 0, 37);
                    }

                    return error.Offset;
                }),
            ];
            return Math.Sqrt(ends.Select(v => v * v).Average());
        }

        Assert.Equal(5, Spread(1, 600), 0.8);
        Assert.Equal(5, Spread(1, 3_600), 0.8);
        Assert.Equal(10, Spread(4, 3_600), 1.6);
    }
}
