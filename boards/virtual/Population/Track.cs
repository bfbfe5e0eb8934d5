using System;
using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Population;

/// <summary>One number of a patient's world over his life: the sum of everything that moves it, as steps of a scenario.</summary>
/// <remarks>A step moves its number to a value, whoever else has moved it. So that a cough at night wakes nobody for good, everything is added up here first.</remarks>
public sealed class Track(ScenarioVerb verb)
{
    private const double Rounding = 1e-12;

    private readonly List<Change> _changes = [];

    /// <summary>Up by so much and back again.</summary>
    public void Add(double atSeconds, double by, double riseSeconds, double holdSeconds, double fallSeconds)
    {
        Move(atSeconds, by, riseSeconds);
        Move(atSeconds + riseSeconds + holdSeconds, -by, fallSeconds);
    }

    /// <summary>Up by so much, to stay.</summary>
    public void Move(double atSeconds, double by, double overSeconds)
    {
        if (overSeconds <= 0)
        {
            _changes.Add(new Change(atSeconds, by, 0));
            return;
        }

        _changes.Add(new Change(atSeconds, 0, by / overSeconds));
        _changes.Add(new Change(atSeconds + overSeconds, 0, -by / overSeconds));
    }

    /// <summary>What the track does before the end.</summary>
    /// <param name="value">From the sum to the step's unit, confined to what the step may say.</param>
    public IEnumerable<ScenarioStep> Steps(double endSeconds, Func<double, double> value)
    {
        Change[] changes = [.. _changes.OrderBy(change => change.AtSeconds)];
        double sum = 0;
        double slope = 0;
        bool jumped = false;

        for (int i = 0; i < changes.Length && changes[i].AtSeconds < endSeconds; i++)
        {
            sum += changes[i].Jump;
            slope += changes[i].Slope;
            slope = Math.Abs(slope) < Rounding ? 0 : slope; // two slopes that cancel
            jumped |= changes[i].Jump != 0;
            double seconds = i + 1 < changes.Length ? changes[i + 1].AtSeconds - changes[i].AtSeconds : double.PositiveInfinity;

            if (seconds <= 0 || (slope == 0 && !jumped))
            {
                continue;
            }

            sum += slope == 0 ? 0 : slope * seconds;
            yield return new ScenarioStep((long)(changes[i].AtSeconds * 1000), verb, Math.Round(value(sum), 4), slope == 0 ? 0 : seconds, ScenarioPart.None);
            jumped = false;
        }
    }

    private readonly record struct Change(double AtSeconds, double Jump, double Slope);
}
