using System;

namespace Haip.VirtualBoard.Campaigns.Accuracy;

/// <summary>What was delivered against what should have been, from one moment on.</summary>
internal sealed class VolumeError
{
    private double _orderedNl;
    private double _deliveredNl;

    public void Begin(double orderedNl, double deliveredNl)
    {
        _orderedNl = orderedNl;
        _deliveredNl = deliveredNl;
    }

    /// <summary>0 when nothing was ordered.</summary>
    public double Percent(double orderedNl, double deliveredNl)
    {
        double ordered = orderedNl - _orderedNl;
        return ordered <= 0 ? 0 : Math.Round(100 * (deliveredNl - _deliveredNl - ordered) / ordered, 4);
    }
}
