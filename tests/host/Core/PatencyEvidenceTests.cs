using Haip.Core.Catheter;
using Xunit;

namespace Haip.HostTests.Core;

[Trait("Category", "Accuracy")]
[Trait("Requirement", "SR-462")]
public class PatencyEvidenceTests
{
    private const int Proof = 10_000;
    private const int Suspicion = 4_000;
    private const int Most = 1_000;

    [Theory]
    [InlineData(1_000, 10, 4)]
    [InlineData(2_000, 5, 2)]
    public void One_packet_counts_for_no_more_than_it_may(int mostPermille, int packetsToProof, int packetsToSuspicion)
    {
        var evidence = new Evidence(Proof, Suspicion);

        for (int packet = 1; packet <= packetsToProof; packet++)
        {
            evidence.Add(1_000_000, mostPermille, 0);
            Assert.Equal(packet >= packetsToSuspicion, evidence.IsSuspected);
            Assert.Equal(packet == packetsToProof, evidence.Holds);
        }

        evidence.Add(-1_000_000, mostPermille, 0);
        Assert.Equal(Proof - mostPermille, evidence.SumPermille);
    }

    [Fact]
    public void A_year_of_health_does_not_outweigh_trouble_and_trouble_not_health()
    {
        var evidence = new Evidence(Proof, Suspicion);
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
        var evidence = new Evidence(Proof, Suspicion);
        Add(evidence, 4, 1_000);
        evidence.Add(0, Most, 6_000);

        Assert.True(evidence.Holds);
        Assert.Equal(4_000, evidence.SumPermille);
    }

    [Fact]
    public void A_pulse_that_falls_with_the_mean_is_low_blood_pressure()
    {
        PulseFade fade = Seen(1_700, 12_400);

        Add(fade, 150, 900, 7_500);

        Assert.Equal(0, fade.Permille);
    }

    [Theory]
    [InlineData(12_400, 8_700, 950, 0)]                                 // a faint: 0.7 of the mean, 0.56 of the pulse
    [InlineData(12_400, 8_700, 550, NarrowingEstimator.ProvenPermille)] // a third of the pulse is less than the mean explains
    [InlineData(8_500, 8_500, 1_150, 0)]                                // a mean that is always low
    [InlineData(16_400, 8_400, 500, PulseFade.MostPermille)]            // somebody who stood up, and faints
    public void As_much_of_the_pulse_is_expected_as_is_left_of_the_mean(int usualMeanPa, int meanPa, int pulsePa, int saidPermille)
    {
        PulseFade fade = Seen(1_700, usualMeanPa);

        Add(fade, 60, pulsePa, meanPa);

        Assert.Equal(saidPermille, fade.Permille);
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
    public void A_faded_pulse_that_is_a_damped_ones_for_a_moment_stays_half_a_proof()
    {
        PulseFade fade = Seen(1_700, 12_400);
        Add(fade, 40, 900, 12_400); // a little more than half of it

        for (int i = 0; i < 15; i++)
        {
            Add(fade, 2, 500, 12_400);
            Add(fade, 10, 900, 12_400);
            Assert.InRange(fade.Permille, PulseFade.MostPermille, PulseFade.MostPermille * 3 / 2);
        }
    }

    [Fact]
    public void An_irregular_hearts_pulse_and_a_night_say_nothing()
    {
        PulseFade fade = Seen(1_700, 12_400);

        for (int i = 0; i < 2_000; i++)
        {
            fade.Take(i % 3 == 0 ? 1_100 : 1_900, i > 1_000 ? 11_200 : 12_400, narrow: false);
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

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void A_pulse_that_faded_with_a_catheter_that_is_narrow_does_not_become_the_usual_one_within_hours(bool narrow, bool expected)
    {
        PulseFade fade = Seen(1_700, 12_400);

        Add(fade, 1_500, 900, 12_400, narrow);

        Assert.Equal(expected, fade.Permille >= PulseFade.MostPermille);
    }

    [Fact]
    public void What_holds_is_disproved_when_both_kinds_of_evidence_are_gone()
    {
        var evidence = new Evidence(Proof, Suspicion);
        Add(evidence, 10, 1_000);
        Add(evidence, 20, -1_000, besidesPermille: 4_000);
        Assert.True(evidence.Holds);

        Add(evidence, 1, -1_000);
        Assert.False(evidence.Holds);
    }

    private static void Add(Evidence evidence, int packets, int permille, int besidesPermille = 0)
    {
        for (int i = 0; i < packets; i++)
        {
            evidence.Add(permille, Most, besidesPermille);
        }
    }

    private static PulseFade Seen(int pulsePa, int meanPa)
    {
        var fade = new PulseFade();
        Add(fade, 300, pulsePa, meanPa);
        return fade;
    }

    private static void Add(PulseFade fade, int packets, int pulsePa, int meanPa, bool narrow = false)
    {
        for (int i = 0; i < packets; i++)
        {
            fade.Take(pulsePa, meanPa, narrow);
        }
    }
}
