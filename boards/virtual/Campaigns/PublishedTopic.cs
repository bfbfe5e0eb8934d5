namespace Haip.VirtualBoard.Campaigns;

/// <summary>What a published figure is about.</summary>
public enum PublishedTopic
{
    /// <summary>Volume delivered over days or longer.</summary>
    LongRun,

    /// <summary>Volume delivered in minutes, or by a bolus.</summary>
    ShortTerm,

    /// <summary>What temperature and air pressure do to the flow.</summary>
    Surroundings,

    /// <summary>Time to alarm, missed and released volume.</summary>
    Occlusion,
}
