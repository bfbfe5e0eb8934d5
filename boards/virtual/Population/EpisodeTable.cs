using System.Collections.Generic;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Population;

/// <summary>What happens to patients. To add something: a row.</summary>
/// <remarks>Episodes come more often than in most lives, so that a day of a thousand patients holds hundreds of each.</remarks>
public static class EpisodeTable
{
    private const double CoughsInABout = 3;
    private const double SecondsBetweenCoughs = 2.5;
    private const double BeatsPerMinutePerC = 10; // a fever's pulse
    private const double WalkBreathingPa = 1_200;
    private const double WalkPa = 1_500;
    private const double FaintPulseShare = 0.4;   // of the fall of the mean
    private const double CrisisPulseShare = 0.5;

    private static readonly Distribution s_atOnce = Distribution.Always(0);
    private static readonly Distribution s_aMoment = Distribution.Always(5.0 / 60);

    public static IReadOnlyList<EpisodeRow> Rows { get; } =
    [
        new("fever", "Body temperature rises, the heart beats faster by 10 a minute for each degree.",
            Distribution.Even(0, 0.3), Distribution.Even(1, 4), "C", Distribution.Even(20, 120), Distribution.Even(240, 2_000),
            "Fever reaches 38 to 41 C (general physiology); how often is assumed.",
            (life, e, _) =>
            {
                e.On(life.BodyC, e.Size);
                e.On(life.BeatsPerMinute, BeatsPerMinutePerC * e.Size);
            }),
        new("cold", "The pump's pocket under the skin cools: winter, cold water.",
            Distribution.Even(0, 0.5), Distribution.Even(1, 3.5), "C", Distribution.Even(15, 60), Distribution.Even(15, 180),
            "Assumed: the pocket follows the skin, down to 33 C.",
            (life, e, _) => e.On(life.BodyC, -e.Size)),

        new("posture", "Lying, sitting, standing, bending: the artery's mean at the height of the pump.",
            Distribution.Even(10, 40), Distribution.Even(-4_000, 4_000), "Pa", s_aMoment, Distribution.EvenInFactors(2, 120),
            "Up to 4 kPa either way (general physiology).",
            (life, e, _) => e.On(life.ArteryMeanPa, e.Size)),
        new("cough", "A bout of three coughs.",
            Distribution.EvenInFactors(2, 60), Distribution.Even(5_000, 10_000), "Pa", s_atOnce, s_atOnce,
            "A cough or straining adds 5 to 10 kPa for about a second (general physiology).",
            (life, e, _) => Cough(life, e)),
        new("walk", "A walk: a faster heart, deeper breathing, 1.5 kPa more.",
            Distribution.Even(0, 6), Distribution.Even(20, 50), "beats/min", Distribution.Even(0.5, 2), Distribution.Even(5, 60),
            "Heart 95 to 130 a minute, breathing 2 kPa (general physiology).",
            (life, e, _) => Walk(life, e)),
        new("hypotension", "Mean and pulse fall: a faint, an infection, a drug.",
            Distribution.Even(0, 1), Distribution.Even(2_500, 6_000), "Pa", Distribution.Even(0.5, 20), Distribution.Even(5, 180),
            "Means of 6.5 to 9 kPa occur (general physiology); how often is assumed.",
            (life, e, _) =>
            {
                e.On(life.ArteryMeanPa, -e.Size);
                e.On(life.ArteryPulsePa, -FaintPulseShare * e.Size);
            }),
        new("hypertension", "Mean and pulse rise: pain, excitement, a crisis.",
            Distribution.Even(0, 1), Distribution.Even(2_000, 6_000), "Pa", Distribution.Even(0.5, 30), Distribution.Even(10, 240),
            "Means to 20 kPa occur (general physiology); how often is assumed.",
            (life, e, _) =>
            {
                e.On(life.ArteryMeanPa, e.Size);
                e.On(life.ArteryPulsePa, CrisisPulseShare * e.Size);
            }),
        new("stumble", "The heart beats irregularly for a while.",
            Distribution.Even(0, 0.5), Distribution.Even(10, 28), "%", s_atOnce, Distribution.Even(10, 240),
            "Atrial fibrillation spreads intervals by 20 to 30 % (general physiology); how often is assumed.",
            (life, e, _) => e.On(life.ArrhythmiaPercent, e.Size)),

        new("flight", "A flight: the cabin's height above home.",
            Distribution.Even(0, 0.3), Distribution.Even(1_500, 2_438), "m", Distribution.Even(15, 30), Distribution.Even(60, 720),
            "Cabins are held below 8000 ft, 2438 m (14 CFR 25.841); how often is assumed.",
            Climb),
        new("mountain", "A day in the mountains, by road or by cable car.",
            Distribution.Even(0, 0.3), Distribution.Even(800, 3_400), "m", Distribution.EvenInFactors(10, 120), Distribution.Even(60, 600),
            "Roads and cable cars to 3400 m; how often is assumed.",
            Climb),

        new("bubble", "Air comes with the drug into the metering chamber and dissolves there.",
            Distribution.Even(0, 0.2), Distribution.EvenInFactors(0.02, 0.3), "uL", s_atOnce, s_atOnce,
            "Assumed: what a filter of 20 um lets pass or what leaves solution.",
            (life, e, _) => life.At(e.AtSeconds, ScenarioVerb.Bubble, e.Size)),
    ];

    private static void Cough(Tracks life, Episode e)
    {
        for (int i = 0; i < CoughsInABout; i++)
        {
            life.At(e.AtSeconds + (i * SecondsBetweenCoughs), ScenarioVerb.Cough, e.Size / 1_000);
        }
    }

    private static void Walk(Tracks life, Episode e)
    {
        e.On(life.BeatsPerMinute, e.Size);
        e.On(life.BreathingPa, WalkBreathingPa);
        e.On(life.ArteryMeanPa, WalkPa);
    }

    private static void Climb(Tracks life, Episode e, PatientDraft patient)
    {
        double home = patient.Habits.HomeMetres;
        e.On(life.AmbientPa, Altitude.Pa(home + e.Size) - Altitude.Pa(home));
    }
}
