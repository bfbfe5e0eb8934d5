using System;
using System.Collections.Generic;
using System.Linq;

namespace Haip.VirtualBoard.Simulation;

/// <summary>Extreme errors over sliding windows (IEC 60601-2-24 trumpet curve), taken sample by sample without keeping more than the longest window.</summary>
/// <remarks>The curve is defined at a constant rate: what comes before <c>fromMinutes</c> after every change of the order, and any window across one, do not count.</remarks>
public sealed class Trumpet
{
    /// <summary>Observation windows of the standard's continuous class.</summary>
    public static readonly int[] ContinuousMinutes = [2, 5, 11, 19, 31];

    /// <summary>Observation windows of the standard's ambulatory class.</summary>
    public static readonly int[] AmbulatoryMinutes = [15, 60, 150, 330, 570, 930];

    private const int SettlingMinutes = 60;

    private readonly int[] _windowMinutes;
    private readonly int[] _windowSamples;
    private readonly double _fromSamples;
    private readonly double _toSamples;
    private readonly double[] _ordered;
    private readonly double[] _delivered;
    private readonly double[] _lowest;
    private readonly double[] _highest;
    private readonly bool[] _seen;
    private long _sample = -1;

    /// <param name="windowMinutes">Whole numbers of samples.</param>
    /// <param name="sampleMinutes">From one sample to the next.</param>
    /// <param name="fromMinutes">Where the first window may begin.</param>
    /// <param name="toMinutes">Where the last one may end.</param>
    public Trumpet(IReadOnlyList<int> windowMinutes, double sampleMinutes = 1, double fromMinutes = SettlingMinutes, double toMinutes = double.PositiveInfinity)
    {
        _windowMinutes = [.. windowMinutes];
        _windowSamples = [.. windowMinutes.Select(minutes => (int)Math.Round(minutes / sampleMinutes))];
        _fromSamples = fromMinutes / sampleMinutes;
        _toSamples = toMinutes / sampleMinutes;
        _ordered = new double[_windowSamples.Max() + 1];
        _delivered = new double[_ordered.Length];
        _lowest = new double[_windowMinutes.Length];
        _highest = new double[_windowMinutes.Length];
        _seen = new bool[_windowMinutes.Length];
    }

    /// <summary>The ordered rate changed: windows begin anew.</summary>
    public void Restart() => _sample = -1;

    /// <summary>Takes the totals of the next sample, of which the first is the beginning.</summary>
    public void Take(double orderedNl, double deliveredNl)
    {
        _sample++;
        int now = (int)(_sample % _ordered.Length);
        _ordered[now] = orderedNl;
        _delivered[now] = deliveredNl;

        for (int i = 0; i < _windowSamples.Length; i++)
        {
            if (_sample - _windowSamples[i] < _fromSamples || _sample > _toSamples)
            {
                continue;
            }

            int then = (int)((_sample - _windowSamples[i]) % _ordered.Length);
            double ordered = orderedNl - _ordered[then];

            if (ordered <= 0)
            {
                continue;
            }

            double errorPercent = 100 * (deliveredNl - _delivered[then] - ordered) / ordered;
            _lowest[i] = _seen[i] ? Math.Min(_lowest[i], errorPercent) : errorPercent;
            _highest[i] = _seen[i] ? Math.Max(_highest[i], errorPercent) : errorPercent;
            _seen[i] = true;
        }
    }

    /// <summary>Window in minutes to the lowest and highest error in percent. Windows longer than the run are missing.</summary>
    public SortedDictionary<int, double[]> ErrorPercent()
    {
        var result = new SortedDictionary<int, double[]>();

        for (int i = 0; i < _windowMinutes.Length; i++)
        {
            if (_seen[i])
            {
                result[_windowMinutes[i]] = [Math.Round(_lowest[i], 3), Math.Round(_highest[i], 3)];
            }
        }

        return result;
    }
}
