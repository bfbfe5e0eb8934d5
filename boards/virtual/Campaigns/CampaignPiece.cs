using System;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>What one core does without the others.</summary>
/// <param name="Weight">How long it takes, against the other pieces.</param>
internal readonly record struct CampaignPiece(double Weight, Action Work);
