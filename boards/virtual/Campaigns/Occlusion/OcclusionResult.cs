using System.Collections.Generic;

namespace Haip.VirtualBoard.Campaigns.Occlusion;

/// <summary>What became of one case, or of one life without a fault: a line in the file of a part.</summary>
/// <param name="Index">Its place in the whole campaign.</param>
/// <param name="Case">Empty for a life.</param>
/// <param name="Patient">Number in the population.</param>
public sealed record OcclusionResult(int Index, string Case, int Patient)
{
    /// <summary>From the fault to the alarm; null when none came.</summary>
    public double? AlarmSeconds { get; init; }

    /// <summary>Packets that began to leave the chamber between the fault and the alarm.</summary>
    public int Packets { get; init; }

    /// <summary>Ordered between the fault and the alarm, or the end of all patience, and not delivered.</summary>
    public double MissedUl { get; init; }

    /// <summary>The most that the catheter held beyond an open one, until two minutes after the alarm: what opening it would have given at once.</summary>
    public double ReleaseUl { get; init; }

    /// <summary>The alarm that told, or none.</summary>
    public string Alarm { get; init; } = "";

    /// <summary>Alarms raised besides.</summary>
    public string Others { get; init; } = "";

    /// <summary>The pump was in another state than it should have been when the fault came.</summary>
    public string NotReady { get; init; } = "";

    /// <summary>Days lived without a fault.</summary>
    public int Days { get; init; }

    /// <summary>Alarms in them whose condition was there.</summary>
    public int TrueAlarms { get; init; }

    public IReadOnlyList<ControlAlarm>? FalseAlarms { get; init; }
}
