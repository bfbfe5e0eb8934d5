using System.Collections.Generic;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>A campaign over the population whose parts can be joined.</summary>
internal interface IPopulationCampaign
{
    /// <summary>The command below bench.</summary>
    string Name { get; }

    /// <summary>The report of the whole, from the files of all its parts.</summary>
    /// <exception cref="Files.InputFileException">A file is not what its header says.</exception>
    ICampaignReport Join(CampaignSetup setup, IReadOnlyList<CampaignPart> parts);
}
