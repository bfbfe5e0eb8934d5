namespace Haip.VirtualBoard.Campaigns;

/// <summary>The file of a part, and its first line.</summary>
internal sealed record CampaignPart(string Path, PartHeader Header);
