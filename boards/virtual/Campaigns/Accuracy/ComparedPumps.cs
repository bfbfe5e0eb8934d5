using System.Collections.Generic;
using Haip.VirtualBoard.Comparison;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Campaigns.Accuracy;

internal static class ComparedPumps
{
    public static IReadOnlyList<IComparisonPump> For(PlantParameters plant, double mlPerDay) => [];
}
