using System;
using Haip.Core.Catheter;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.HostTests.Virtual;
using Xunit;

namespace Haip.HostTests.Safety;

[Trait("Category", "Safety")]
[Trait("Requirement", "SR-231")]
public class NarrowingTests
{
    private const int ArteryPa = 12_000;
    private const long PacketNl = 200;
    private const double HourSeconds = 3_600;

    private readonly DeliveryStatus _status = new() { PulseKnown = true };

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

    [Fact]
    public void Waves_coughs_and_posture_weigh_little()
    {
        var estimator = new NarrowingEstimator(_status);
        var random = new Random(1);

        for (int i = 0; i < 20_000; i++)
        {
            double wavesPa = random.Next(-500, 500) + (i % 200 == 0 ? 4_000 : 0) + (i % 300 == 0 ? -3_000 : 0);
            Packet(estimator, (int)wavesPa);
            Assert.False(_status.CatheterNarrow, $"packet {i}");
        }
    }

    [Fact]
    public void A_packet_that_stands_above_the_artery_again_and_again_finds_a_narrow_way()
    {
        var estimator = new NarrowingEstimator(_status);
        int packets = 0;

        while (!_status.CatheterNarrow && packets < 100)
        {
            Packet(estimator, risePa: 470);
            packets++;
        }

        Assert.InRange(packets, 24, 40);
    }

    [Fact]
    public void A_catheter_that_is_flushed_free_is_no_longer_narrow()
    {
        var estimator = new NarrowingEstimator(_status);

        for (int i = 0; i < 100; i++)
        {
            Packet(estimator, risePa: 700);
        }

        Assert.True(_status.CatheterNarrow);

        for (int i = 0; i < 150; i++)
        {
            Packet(estimator, risePa: 5);
        }

        Assert.False(_status.CatheterNarrow);
    }

    private static void Packet(NarrowingEstimator estimator, int risePa)
    {
        for (int i = 0; i < 74; i++)
        {
            estimator.Take(ArteryPa + risePa);
        }

        estimator.PacketMetered(ArteryPa, PacketNl);
    }
}
