using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Population;

/// <summary>One effect at a time: the same pump and patient in a quiet life, with what an experiment is about.</summary>
public static class Episodes
{
    private const double SecondsPerHour = 3_600;
    private const double SecondsPerMinute = 60;
    private const double PaPerKPa = 1_000;

    /// <summary>A plant as drawn, at 37 C and sea level, to which nothing happens.</summary>
    public static Patient Quiet(Patient patient)
    {
        patient.Plant.BodyC = 37;
        patient.Plant.AmbientPa = Altitude.Pa(0);
        return patient with { Life = [] };
    }

    /// <summary>Body temperature climbs from 37 C, stays, and falls back as fast.</summary>
    public static IReadOnlyList<ScenarioStep> Fever(double atHours, double celsius = 40, double overMinutes = 30, double lastsHours = 12) =>
    [
        Step(atHours, ScenarioVerb.BodyTemperature, celsius, overMinutes),
        Step(atHours + lastsHours, ScenarioVerb.BodyTemperature, 37, overMinutes),
    ];

    /// <summary>From sea level up, and down again as fast.</summary>
    public static IReadOnlyList<ScenarioStep> Ascent(double atHours, double metres = 2_500, double overMinutes = 20, double staysHours = 6) =>
    [
        Step(atHours, ScenarioVerb.AmbientPressure, Altitude.Pa(metres) / PaPerKPa, overMinutes),
        Step(atHours + staysHours, ScenarioVerb.AmbientPressure, Altitude.Pa(0) / PaPerKPa, overMinutes),
    ];

    /// <summary>The artery's mean moves by so much and back: a faint, a crisis, a posture.</summary>
    public static IReadOnlyList<ScenarioStep> ArteryShift(Patient patient, double atHours, double byPa, double overMinutes, double lastsHours) =>
    [
        Step(atHours, ScenarioVerb.ArteryMean, (patient.Plant.ArteryMeanPa + byPa) / PaPerKPa, overMinutes),
        Step(atHours + lastsHours, ScenarioVerb.ArteryMean, patient.Plant.ArteryMeanPa / PaPerKPa, overMinutes),
    ];

    /// <summary>The reservoir holds a drug of this viscosity at 37 C: water 0.69, glycerol of 58 % by weight 5 mPa s.</summary>
    public static Patient WithViscosity(Patient patient, double milliPaSeconds)
    {
        patient.Plant.RelativeViscosity = milliPaSeconds / (Water.ViscosityPaSeconds(37) * 1000);
        return patient;
    }

    /// <summary>Several things in the order of time.</summary>
    public static IReadOnlyList<ScenarioStep> Together(params IEnumerable<ScenarioStep>[] lives) =>
        [.. lives.SelectMany(life => life).OrderBy(step => step.AtMs)];

    private static ScenarioStep Step(double atHours, ScenarioVerb verb, double value, double overMinutes) =>
        new((long)(atHours * SecondsPerHour * 1000), verb, value, overMinutes * SecondsPerMinute, ScenarioPart.None);
}
