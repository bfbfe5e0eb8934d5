using System;
using System.Collections.Generic;
using System.Linq;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>What commands need to know of a campaign over the population.</summary>
/// <param name="PatientDays">What a part has to compute.</param>
/// <param name="Run">Setup, part, progress, cancelled; null when it was cancelled.</param>
/// <param name="Report">Of results in any order.</param>
internal sealed record PopulationCampaign<TResult>(
    string Name,
    Func<CampaignSetup, CampaignShard, double> PatientDays,
    Func<CampaignSetup, CampaignShard, Action<double>, Func<bool>, IReadOnlyList<TResult>?> Run,
    Func<CampaignSetup, IEnumerable<TResult>, ICampaignReport> Report) : IPopulationCampaign
{
    public ICampaignReport Join(CampaignSetup setup, IReadOnlyList<CampaignPart> parts) =>
        Report(setup, parts.SelectMany(part => PartFile.ReadResults<TResult>(part.Path, part.Header)));
}
