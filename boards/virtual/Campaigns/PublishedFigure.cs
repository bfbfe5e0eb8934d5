namespace Haip.VirtualBoard.Campaigns;

/// <summary>What somebody has published about a real pump, to read beside ours.</summary>
/// <param name="About">Accuracy or occlusion.</param>
/// <param name="Source">As short as finds it.</param>
public sealed record PublishedFigure(PublishedTopic About, string Device, string What, string Figure, string Source);
