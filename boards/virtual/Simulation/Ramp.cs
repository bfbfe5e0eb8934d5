using System;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Simulation;

/// <summary>Moves one number of the world evenly from where it is to where a scenario wants it.</summary>
public sealed class Ramp(ScenarioVerb verb, double from, double to, double startSeconds, double overSeconds, Action<double> set)
{
    private const double LongestWaitSeconds = 1;
    private const int Steps = 100;

    private double _nextSeconds = double.NegativeInfinity;

    /// <summary>The step that it belongs to: a later one of the same kind takes its place.</summary>
    public ScenarioVerb Verb => verb;

    /// <summary>Moves on once a second, or a hundredth of the way when that is sooner. Returns false once the end is reached.</summary>
    public bool Advance(double nowSeconds)
    {
        if (nowSeconds < _nextSeconds)
        {
            return true;
        }

        _nextSeconds = nowSeconds + Math.Min(LongestWaitSeconds, overSeconds / Steps);
        double share = overSeconds <= 0 ? 1 : Math.Min(1, (nowSeconds - startSeconds) / overSeconds);
        set(from + ((to - from) * share));
        return share < 1;
    }
}
