using System;
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

    [Theory]
    [InlineData(100)]
    [InlineData(50)]
    public void Breath_beside_a_faded_pulse_does_not_make_a_regular_heart_irregular(int tickMs)
    {
        var beat = new BeatMean(_catheter.Status);
        _catheter.Status.PulseKnown = true;
        _catheter.Status.PulsePa = 600;
        var durations = new List<int>();

        for (int ms = 0; ms < 120_000; ms += tickMs)
        {
            double turn = 2 * Math.PI * ms / 1_000;

            if (beat.Take(ms, 12_000 + (int)((700 * Math.Sin(0.75 * turn)) + (450 * Math.Sin(0.25 * turn)))))
            {
                durations.Add(beat.DurationMs);
            }
        }

        Assert.All(durations.Skip(5), duration => Assert.InRange(duration, 1_333 * 0.88, 1_333 * 1.12));
    }

    [Fact]
    public void A_second_rise_within_a_beat_begins_none()
    {
        var beat = new BeatMean(_catheter.Status);
        _catheter.Status.PulseKnown = true;
        _catheter.Status.PulsePa = 400;
        int count = 0;

        for (int ms = 0; ms < 60_000; ms += 50)
        {
            int inBeatMs = ms % 1_000;
            count += beat.Take(ms, 12_000 + (inBeatMs < 100 || (inBeatMs >= 200 && inBeatMs < 400) ? 1_000 : -500)) ? 1 : 0;
        }

        Assert.InRange(count, 58, 60);
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
