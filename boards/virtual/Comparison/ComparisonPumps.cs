using System.Collections.Generic;
using Haip.VirtualBoard.Population;

namespace Haip.VirtualBoard.Comparison;

/// <summary>The pumps that a patient could have been given instead.</summary>
public static class ComparisonPumps
{
    /// <summary>New ones, each as far from its nominal one as was drawn for this patient.</summary>
    public static IReadOnlyList<IComparisonPump> Of(Patient patient, double mlPerDay) =>
    [
        new VapourPressurePump(Propellant.R11, mlPerDay, patient.Comparison.VapourErrorPercent),
        new VapourPressurePump(Propellant.Butane, mlPerDay, patient.Comparison.VapourErrorPercent),
        new OpenLoopPump(patient.Plant, mlPerDay, patient.Comparison.StrokeErrorPercent),
    ];
}
