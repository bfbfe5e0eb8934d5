using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Campaigns.Accuracy;

/// <summary>Everything that <c>bench accuracy</c> does. The long ones first, so that no core ends alone with one. To add one: a row.</summary>
public static class AccuracyCourses
{
    private const double DayHours = 24;
    private const double SecondsPerMinute = 60;
    private const double SecondsPerHour = 3_600;
    private const double GroundKPa = 101.325;
    private const double At2500mKPa = 74.7;     // standard atmosphere
    private const double ThickPaSeconds = 5e-3;

    public static AccuracyCourse Fortnight { get; } = new("14 days", 14 * DayHours, EveryNth: 20) { Trumpets = true };

    public static AccuracyCourse Day { get; } = new("24 hours", DayHours, EveryNth: 1) { Trumpets = true, FlowMinutes = 5, FlowHours = 2, Compared = true };

    public static AccuracyCourse Thick { get; } = new("5 mPa.s", DayHours, EveryNth: 20)
    {
        Change = plant => plant.RelativeViscosity = ThickPaSeconds / Water.ViscosityPaSeconds(37),
    };

    /// <summary>37 C for two hours, to 40 C in half an hour, and there until the end: the error is that of the eight hours of fever.</summary>
    public static AccuracyCourse Fever { get; } = new("fever", 10, EveryNth: 10)
    {
        FromHours = 2,
        FlowMinutes = 15,
        FlowHours = 10,
        Compared = true,
        Steps = [Step(ScenarioVerb.BodyTemperature, 37, 0), Step(ScenarioVerb.BodyTemperature, 40, 2, overMinutes: 30)],
    };

    /// <summary>Sea level for two hours, to 2,500 m in twenty minutes, and there until the end: the error is that of the six hours from the start of the ascent.</summary>
    public static AccuracyCourse Ascent { get; } = new("ascent", 8, EveryNth: 10)
    {
        FromHours = 2,
        FlowMinutes = 15,
        FlowHours = 8,
        Compared = true,
        Steps = [Step(ScenarioVerb.AmbientPressure, GroundKPa, 0), Step(ScenarioVerb.AmbientPressure, At2500mKPa, 2, overMinutes: 20)],
    };

    public static IReadOnlyList<AccuracyCourse> Rates { get; } = [.. new[] { 0.1, 0.3, 1, 3 }.Select(rate => new AccuracyCourse(Named(rate, "mL/day"), DayHours, EveryNth: 20) { MlPerDay = rate })];

    public static IReadOnlyList<AccuracyCourse> Boluses { get; } = [.. new[] { 5, 2, 0.5, 0.05 }.Select(volume => new AccuracyCourse("bolus of " + Named(volume, "mL"), 1 + (volume * DayHours / AccuracyCourse.BolusMlPerDay), EveryNth: 20) { BolusMl = volume })];

    public static IReadOnlyList<AccuracyCourse> All { get; } = [Fortnight, Day, .. Rates, Thick, Boluses[0], Fever, Ascent, .. Boluses.Skip(1)];

    private static string Named(double number, string unit) => NumberText.WithUnit(NumberText.Of(number), unit);

    private static ScenarioStep Step(ScenarioVerb verb, double value, double atHours, double overMinutes = 0) =>
        new((long)(atHours * SecondsPerHour * 1000), verb, value, overMinutes * SecondsPerMinute, ScenarioPart.None);
}
