using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Comparison;

/// <summary>Another kind of pump in the same patient: what it would have delivered, computed from the same body, air and artery.</summary>
public interface IComparisonPump
{
    /// <summary>As printed in reports.</summary>
    string Name { get; }

    /// <summary>What the patient would have got so far.</summary>
    double DeliveredNl { get; }

    /// <summary>Lets time pass in the conditions of this moment.</summary>
    void Advance(double seconds, FluidPath conditions);
}
