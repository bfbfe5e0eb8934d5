using System;
using System.Collections.Generic;

namespace Haip.VirtualBoard.Campaigns.Accuracy;

/// <summary>Error of a flow, interval after interval.</summary>
internal sealed class FlowTrace(double intervalSeconds, double endSeconds)
{
    private readonly List<double> _errorPercent = [];
    private double _orderedNl;
    private double _deliveredNl;
    private bool _begun;

    public double[]? ErrorPercent => _errorPercent.Count == 0 ? null : [.. _errorPercent];

    /// <param name="seconds">Whole ones since the beginning, 0 included.</param>
    public void Take(long seconds, double orderedNl, double deliveredNl)
    {
        if (intervalSeconds <= 0 || seconds > endSeconds || seconds % intervalSeconds != 0)
        {
            return;
        }

        if (_begun)
        {
            double ordered = orderedNl - _orderedNl;
            _errorPercent.Add(ordered <= 0 ? 0 : Math.Round(100 * (deliveredNl - _deliveredNl - ordered) / ordered, 2));
        }

        _begun = true;
        _orderedNl = orderedNl;
        _deliveredNl = deliveredNl;
    }
}
