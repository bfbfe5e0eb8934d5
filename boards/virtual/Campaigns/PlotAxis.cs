using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>One axis of a <see cref="Plot"/>. What lies beyond its ends is drawn at the end.</summary>
/// <param name="Format">Of the numbers at the ticks.</param>
internal sealed record PlotAxis(string Label, double From, double To, IReadOnlyList<double> Ticks, bool Logarithmic, string Format = "0.###")
{
    private const int FewestTicks = 4;

    /// <summary>With ticks at round numbers.</summary>
    public static PlotAxis Linear(string label, double from, double to)
    {
        double step = Math.Pow(10, Math.Floor(Math.Log10(to - from)));

        foreach (double divisor in new[] { 1.0, 2, 5, 10 })
        {
            if ((to - from) * divisor / step >= FewestTicks)
            {
                step /= divisor;
                break;
            }
        }

        double first = Math.Ceiling((from / step) - 1e-9);
        int count = (int)Math.Floor((to / step) - first + 1e-9) + 1;
        return new PlotAxis(label, from, to, [.. Enumerable.Range(0, Math.Max(0, count)).Select(i => (first + i) * step)], Logarithmic: false);
    }

    /// <summary>With ticks that the caller names.</summary>
    public static PlotAxis Log(string label, params double[] ticks) => new(label, ticks[0], ticks[^1], ticks, Logarithmic: true);

    /// <summary>Where a value lies, from 0 to 1.</summary>
    public double Share(double value)
    {
        double at = Math.Clamp(value, From, To);
        return Logarithmic ? Math.Log(at / From) / Math.Log(To / From) : (at - From) / (To - From);
    }

    public string Text(double tick) => tick.ToString(Format, CultureInfo.InvariantCulture);
}
