using System;

namespace Haip.VirtualBoard.Campaigns.Faults;

/// <summary>The most that ever reached the patient beyond what was permitted, from any moment to any later one.</summary>
/// <remarks>What was missed before gives no right to more: a burst after an occlusion counts in full.</remarks>
internal sealed class Excess
{
    private double _lowestNl;

    public double MostNl { get; private set; }

    /// <param name="beyondNl">Delivered less permitted so far, which may be negative.</param>
    public void Take(double beyondNl)
    {
        _lowestNl = Math.Min(_lowestNl, beyondNl);
        MostNl = Math.Max(MostNl, beyondNl - _lowestNl);
    }
}
