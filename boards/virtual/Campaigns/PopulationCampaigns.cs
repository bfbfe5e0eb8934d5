using System.Collections.Generic;
using Haip.VirtualBoard.Campaigns.Accuracy;
using Haip.VirtualBoard.Campaigns.Occlusion;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>The campaigns over the population. To add one: a row, and a command.</summary>
internal static class PopulationCampaigns
{
    public static PopulationCampaign<AccuracyResult> Accuracy { get; } =
        new(AccuracyCampaign.Name, AccuracyCampaign.PatientDays, AccuracyCampaign.Run, (setup, results) => new AccuracyReport(setup, results));

    public static PopulationCampaign<OcclusionResult> Occlusion { get; } =
        new(OcclusionCampaign.Name, OcclusionCampaign.PatientDays, OcclusionCampaign.Run, (setup, results) => new OcclusionReport(setup, results));

    public static IReadOnlyList<IPopulationCampaign> All { get; } = [Accuracy, Occlusion];
}
