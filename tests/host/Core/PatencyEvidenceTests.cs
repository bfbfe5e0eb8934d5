using Haip.Core.Catheter;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Accuracy")]
[Trait("Requirement", "SR-462")]
public class PatencyEvidenceTests
{
    private const int Proof = 10_000;

    [Fact]
    public void One_packet_counts_for_a_nat_at_most()
    {
        var evidence = new Evidence(Proof);

        for (int i = 0; i < 9; i++)
        {
            evidence.Add(1_000_000, 0);
        }

        Assert.False(evidence.Holds);
        Assert.True(evidence.IsSuspected);
        evidence.Add(1_000_000, 0);
        Assert.True(evidence.Holds);
    }

    [Fact]
    public void A_year_of_health_does_not_outweigh_trouble_and_trouble_not_health()
    {
        var evidence = new Evidence(Proof);
        Add(evidence, 1_000, -1_000);
        Add(evidence, 10, 1_000);
        Assert.True(evidence.Holds);

        Add(evidence, 1_000, 1_000);
        Add(evidence, 14, -1_000);
        Assert.True(evidence.Holds);
        Add(evidence, 1, -1_000);
        Assert.False(evidence.Holds);
    }

    [Fact]
    public void A_second_kind_of_evidence_helps_the_decision_and_leaves_the_sum()
    {
        var evidence = new Evidence(Proof);
        Add(evidence, 4, 1_000);
        evidence.Add(0, 6_000);

        Assert.True(evidence.Holds);
        Assert.Equal(4_000, evidence.SumPermille);
    }

    [Fact]
    public void A_pulse_that_falls_with_the_mean_is_low_blood_pressure()
    {
        PulseFade fade = Seen(1_700, 12_400);

        Add(fade, 150, 600, 10_000);

        Assert.Equal(0, fade.Permille);
    }

    [Fact]
    public void Nor_does_it_say_anything_where_the_mean_was_low_before()
    {
        PulseFade fade = Seen(2_000, 8_500);

        Add(fade, 150, 600, 8_500);

        Assert.Equal(0, fade.Permille);
    }

    [Fact]
    public void A_pulse_a_little_smaller_at_the_same_mean_counts_for_half_a_proof_at_most()
    {
        PulseFade fade = Seen(1_700, 12_400);

        Add(fade, 100, 1_100, 12_400);

        Assert.InRange(fade.LeftPermille, PulseFade.DampedPermille, PulseFade.FadedPermille);
        Assert.Equal(PulseFade.MostPermille, fade.Permille);
        Assert.True(PulseFade.MostPermille * 2 <= NarrowingEstimator.ProvenPermille);
    }

    [Fact]
    public void A_pulse_of_which_a_third_is_left_at_the_same_mean_is_a_damped_way()
    {
        PulseFade fade = Seen(1_700, 12_400);

        Add(fade, 40, 550, 12_400);

        Assert.Equal(NarrowingEstimator.ProvenPermille, fade.Permille);
    }

    [Fact]
    public void An_irregular_hearts_pulse_and_a_night_say_nothing()
    {
        PulseFade fade = Seen(1_700, 12_400);

        for (int i = 0; i < 2_000; i++)
        {
            fade.Take(i % 3 == 0 ? 1_100 : 1_900, i > 1_000 ? 11_200 : 12_400);
            Assert.Equal(0, fade.Permille);
        }
    }

    [Fact]
    public void A_pulse_that_comes_back_takes_its_word_back_at_twice_the_pace()
    {
        PulseFade fade = Seen(1_700, 12_400);
        Add(fade, 30, 550, 12_400);
        int said = fade.Permille;

        Add(fade, 40, 1_700, 12_400);

        Assert.InRange(said, 10_000, NarrowingEstimator.ProvenPermille);
        Assert.Equal(0, fade.Permille);
    }

    private static void Add(Evidence evidence, int packets, int permille)
    {
        for (int i = 0; i < packets; i++)
        {
            evidence.Add(permille, 0);
        }
    }

    private static PulseFade Seen(int pulsePa, int meanPa)
    {
        var fade = new PulseFade();
        Add(fade, 300, pulsePa, meanPa);
        return fade;
    }

    private static void Add(PulseFade fade, int packets, int pulsePa, int meanPa)
    {
        for (int i = 0; i < packets; i++)
        {
            fade.Take(pulsePa, meanPa);
        }
    }
}
