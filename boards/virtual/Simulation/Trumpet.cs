using System;
using System.Collections.Generic;

namespace Haip.VirtualBoard.Simulation;

/// <summary>Extreme errors over sliding windows (IEC 60601-2-24 trumpet curve), taken minute by minute without keeping the past.</summary>
/// <remarks>The curve is defined at a constant rate: the first hour after every change of the order, and any window across one, do not count.</remarks>
public sealed class Trumpet
{
    /// <summary>Observation windows of the standard's ambulatory class.</summary>
    public static readonly int[] WindowMinutes = [15, 60, 150, 330, 570, 930];

    private const int SettlingMinutes = 60;

    private readonly double[] _ordered = new double[1024];
    private readonly double[] _delivered = new double[1024];
    private readonly double[] _lowest = new double[WindowMinutes.Length];
    private readonly double[] _highest = new double[WindowMinutes.Length];
    private readonly bool[] _seen = new bool[WindowMinutes.Length];
    private long _minute = -1;

    /// <summary>The ordered rate changed: windows begin anew.</summary>
    public void Restart() => _minute = -1;

    /// <summary>Takes the totals once a minute.</summary>
    public void Take(double orderedNl, double deliveredNl)
    {
        _minute++;
        int now = (int)(_minute % _ordered.Length);
        _ordered[now] = orderedNl;
        _delivered[now] = deliveredNl;

        for (int i = 0; i < WindowMinutes.Length; i++)
        {
            if (_minute < SettlingMinutes + WindowMinutes[i])
            {
                continue;
            }

            int then = (int)((_minute - WindowMinutes[i]) % _ordered.Length);
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

        for (int i = 0; i < WindowMinutes.Length; i++)
        {
            if (_seen[i])
            {
                result[WindowMinutes[i]] = [Math.Round(_lowest[i], 3), Math.Round(_highest[i], 3)];
            }
        }

        return result;
    }
}
