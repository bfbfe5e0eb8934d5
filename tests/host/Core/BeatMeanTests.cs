using System.Collections.Generic;
using System.Linq;
using Haip.Core.Catheter;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Accuracy")]
[Trait("Requirement", "SR-461")]
public class BeatMeanTests
{
    private readonly SyntheticCatheter _catheter = new();

    [Theory]
    [InlineData(0.8, 0)]
    [InlineData(1.2, 0)]
    [InlineData(2, 0)]
    [InlineData(1.2, 0.3)]
    public void Over_whole_beats_the_pulse_adds_nothing_however_fast_or_irregular_the_heart(double heartHz, double irregularity)
    {
        _catheter.HeartHz = heartHz;
        _catheter.Irregularity = irregularity;

        List<int> means = Beats(packets: 10);

        Assert.InRange(means.Count, 100 * heartHz, 160 * heartHz);
        Assert.All(means.Skip(5), mean => Assert.InRange(mean, SyntheticCatheter.MeanPa - 150, SyntheticCatheter.MeanPa + 150));
        Assert.InRange(means.Skip(5).Average(), SyntheticCatheter.MeanPa - 30, SyntheticCatheter.MeanPa + 30);
    }

    [Fact]
    public void Where_no_pulse_is_pieces_of_a_fifth_of_a_second_take_the_beats_place()
    {
        _catheter.PulsePa = 0;
        _catheter.Status.PulsePa = 20;

        Assert.InRange(Beats(packets: 10).Count, 600, 670);
    }

    [Fact]
    public void A_pulse_that_ends_does_not_leave_a_beat_open_for_ever()
    {
        Beats(packets: 2);
        _catheter.PulsePa = 0; // and nobody has noticed yet

        Assert.InRange(Beats(packets: 3).Count, 14, 18);
    }

    [Fact]
    public void Samples_missing_for_longer_than_a_quarter_of_a_second_break_the_line()
    {
        var beat = new BeatMean(_catheter.Status);
        beat.Take(1_000, 12_000);
        Assert.True(beat.Broken);
        beat.Take(1_200, 12_000); // one frame was lost
        Assert.False(beat.Broken);
        Assert.False(beat.Take(1_500, 12_000));
        Assert.True(beat.Broken);
    }

    private List<int> Beats(int packets)
    {
        var beat = new BeatMean(_catheter.Status);
        var means = new List<int>();
        _catheter.Run(packets, () =>
        {
            if (beat.Take(_catheter.Readings.NowMs, _catheter.Readings.CatheterPa))
            {
                means.Add(beat.MeanPa);
            }
        });
        return means;
    }
}
