using System;
using Haip.Core.Catheter;
using Haip.Core.Safety;
using Haip.HostTests.Core;
using Haip.HostTests.Virtual;
using Xunit;

namespace Haip.HostTests.Safety;

[Trait("Category", "Safety")]
[Trait("Requirement", "SR-231")]
public class NarrowingTests
{
    private const double HourSeconds = 3_600;

    private readonly SyntheticCatheter _catheter = new() { BreathPa = 800, MayerPa = 600 };
    private readonly NarrowingEstimator _estimator;

    public NarrowingTests() => _estimator = new NarrowingEstimator(_catheter.Status);

    [Theory]
    [InlineData(1)]
    [InlineData(1.3)]
    [InlineData(3)]
    public void A_catheter_a_hundred_times_too_narrow_is_told_within_a_quarter_of_an_hour(double mlPerDay)
    {
        Run run = Run.Of(0.3, FormattableString.Invariant(
            $$"""{ "atSeconds": 60, "do": "startTherapy", "rateMlPerDay": {{mlPerDay}}, "days": 1 }, { "atHours": 2, "do": "occlude", "factor": 100 }"""));

        double told = Math.Min(run.RaisedAtSeconds(AlarmId.CatheterNarrowing) ?? double.MaxValue, run.RaisedAtSeconds(AlarmId.CatheterOccluded) ?? double.MaxValue);
        Assert.InRange(told - (2 * HourSeconds), 0, 900);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.25)]
    public void Waves_coughs_and_posture_prove_nothing(double irregularity)
    {
        _catheter.Irregularity = irregularity;

        for (int i = 0; i < 1_000; i++)
        {
            _catheter.Mean = SyntheticCatheter.MeanPa + (i / 50 % 2 * 3_000) + (i % 40 == 0 ? 6_000 : 0);
            _catheter.BreathPhase = 0.013 * i;
            Packets(1);
            Assert.False(_catheter.Status.CatheterNarrow, $"packet {i}");
        }
    }

    [Fact]
    public void A_packet_that_stands_above_the_artery_again_and_again_finds_a_narrow_way()
    {
        Packets(40);
        Assert.False(_catheter.Status.NarrowSuspected);
        _catheter.RisePa = 700;

        int packets = 0;
        bool suspected = false;

        while (!_catheter.Status.CatheterNarrow && packets < 100)
        {
            Packets(1);
            suspected |= _catheter.Status.NarrowSuspected && !_catheter.Status.CatheterNarrow;
            packets++;
        }

        Assert.InRange(packets, 20, 60);
        Assert.True(suspected);
        Assert.InRange(_catheter.Status.BumpPa, 300, 1_500);
        Assert.True(_catheter.Status.BumpTrendPa > 0);
    }

    [Fact]
    public void A_catheter_that_is_flushed_free_is_no_longer_narrow()
    {
        _catheter.RisePa = 900;
        Packets(120);
        Assert.True(_catheter.Status.CatheterNarrow);

        _catheter.RisePa = 5;
        Packets(120);
        Assert.False(_catheter.Status.CatheterNarrow);
        Assert.Equal(CatheterPatency.Open, _catheter.Status.Narrowed);
    }

    [Fact]
    public void What_has_always_been_narrow_is_not_learned_as_healthy()
    {
        _catheter.RisePa = 700;
        Packets(1_500);

        Assert.True(_catheter.Status.CatheterNarrow);
    }

    [Fact]
    public void A_pulse_of_which_little_is_left_at_the_same_mean_is_a_narrow_and_compliant_way()
    {
        Packets(100);
        _catheter.Status.PulsePa = 300;
        _catheter.PulsePa = 900;
        Packets(60);

        Assert.True(_catheter.Status.CatheterNarrow);
        Assert.Equal(CatheterPatency.Narrowed100, _catheter.Status.Narrowed);
    }

    private void Packets(int count) => _catheter.Run(count, () => _estimator.Take(_catheter.Readings.NowMs, _catheter.Readings.CatheterPa));
}
