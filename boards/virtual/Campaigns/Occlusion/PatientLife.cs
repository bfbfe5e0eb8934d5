using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Campaigns.Occlusion;

/// <summary>A life that is looked at from some hour on.</summary>
internal static class PatientLife
{
    private const double MsPerHour = 3.6e6;

    /// <summary>What happened before has its effect at the beginning, unless it passes by itself; everything else comes so much earlier.</summary>
    public static IReadOnlyList<ScenarioStep> From(IReadOnlyList<ScenarioStep> life, double hours)
    {
        long fromMs = (long)(hours * MsPerHour);
        return
        [
            .. life.Where(step => step.AtMs < fromMs && step.Verb is not (ScenarioVerb.Cough or ScenarioVerb.Bubble)).Select(step => step with { AtMs = 0, OverSeconds = 0 }),
            .. life.Where(step => step.AtMs >= fromMs).Select(step => step with { AtMs = step.AtMs - fromMs }),
        ];
    }
}
