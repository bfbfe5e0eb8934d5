using System;
using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Population;

/// <summary>Everything about a patient's body and air that changes while he lives, each against what it was at the start.</summary>
/// <remarks>However much comes together, body and air stay within what the pump is made for: 33 to 41 C, 65 to 110 kPa, an artery of 6 to 20 kPa.</remarks>
public sealed class Tracks(PlantParameters plant)
{
    private const double PaPerKPa = 1_000;
    private const double SecondsPerMinute = 60;

    private readonly List<ScenarioStep> _single = [];

    public Track BodyC { get; } = new(ScenarioVerb.BodyTemperature);

    public Track AmbientPa { get; } = new(ScenarioVerb.AmbientPressure);

    public Track ArteryMeanPa { get; } = new(ScenarioVerb.ArteryMean);

    public Track ArteryPulsePa { get; } = new(ScenarioVerb.ArteryPulse);

    public Track BeatsPerMinute { get; } = new(ScenarioVerb.HeartRate);

    public Track BreathingPa { get; } = new(ScenarioVerb.Breathing);

    public Track ArrhythmiaPercent { get; } = new(ScenarioVerb.Arrhythmia);

    /// <summary>Something that happens at once and leaves nothing to add up.</summary>
    public void At(double seconds, ScenarioVerb verb, double value) =>
        _single.Add(new ScenarioStep((long)(seconds * 1000), verb, Math.Round(value, 4), 0, ScenarioPart.None));

    /// <summary>All of it in the order of time, until the end.</summary>
    public IReadOnlyList<ScenarioStep> Steps(double endSeconds) =>
    [
        .. BodyC.Steps(endSeconds, by => Math.Clamp(plant.BodyC + by, 33, 41))
            .Concat(AmbientPa.Steps(endSeconds, by => Math.Clamp((plant.AmbientPa + by) / PaPerKPa, 65, 110)))
            .Concat(ArteryMeanPa.Steps(endSeconds, by => Math.Clamp((plant.ArteryMeanPa + by) / PaPerKPa, 6, 20)))
            .Concat(ArteryPulsePa.Steps(endSeconds, by => Math.Clamp((plant.ArteryPulsePa + by) / PaPerKPa, 1.5, 9)))
            .Concat(BeatsPerMinute.Steps(endSeconds, by => Math.Clamp((plant.HeartRateHz * SecondsPerMinute) + by, 45, 150)))
            .Concat(BreathingPa.Steps(endSeconds, by => Math.Clamp((plant.RespirationPa + by) / PaPerKPa, 0, 3)))
            .Concat(ArrhythmiaPercent.Steps(endSeconds, by => Math.Clamp(by, 0, 30)))
            .Concat(_single.Where(step => step.AtMs < endSeconds * 1000))
            .OrderBy(step => step.AtMs),
    ];
}
