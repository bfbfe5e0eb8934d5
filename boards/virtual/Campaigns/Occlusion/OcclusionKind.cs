namespace Haip.VirtualBoard.Campaigns.Occlusion;

/// <summary>What happens to the catheter.</summary>
public enum OcclusionKind
{
    /// <summary>Nothing passes any more.</summary>
    Blocked,

    /// <summary>A part of it is left: its resistance is so many times an open one's.</summary>
    Narrow,

    /// <summary>It slips out of the artery.</summary>
    Disconnected,
}
