using System.Collections.Generic;

namespace Haip.VirtualBoard.Campaigns.Accuracy;

/// <summary>What one course came to with one patient: a line in the file of a part. Null or empty is what the course does not ask for.</summary>
/// <param name="Index">Its place in the whole campaign.</param>
/// <param name="Patient">Number in the population.</param>
/// <param name="ErrorPercent">Of the volume that the patient got, against the order.</param>
/// <param name="MeteredErrorPercent">Of the volume that the pump believes, against what the patient got.</param>
/// <param name="PacketUl">Mean size of a packet: no window can be told more exactly than one of them.</param>
public sealed record AccuracyResult(int Index, string Course, int Patient, double ErrorPercent, double MeteredErrorPercent, double PacketUl)
{
    /// <summary>Window in minutes to its lowest and highest error in percent, wherever it lies after the first hour.</summary>
    public SortedDictionary<int, double[]>? TrumpetPercent { get; init; }

    /// <summary>The same of windows that begin every 15 minutes, as the standard samples an ambulatory infusion.</summary>
    public SortedDictionary<int, double[]>? SampledTrumpetPercent { get; init; }

    /// <summary>The same where the standard looks first: the second hour, of fourteen days the second day.</summary>
    public SortedDictionary<int, double[]>? FirstTrumpetPercent { get; init; }

    /// <summary>The same where the standard looks last: the last hour, or the last day.</summary>
    public SortedDictionary<int, double[]>? LastTrumpetPercent { get; init; }

    /// <summary>Error of the flow, interval after interval from the beginning of the therapy.</summary>
    public double[]? FlowPercent { get; init; }

    /// <summary>The same patient with another pump: its name to the error of its volume.</summary>
    public SortedDictionary<string, double>? OtherErrorPercent { get; init; }

    public SortedDictionary<string, double[]>? OtherFlowPercent { get; init; }

    /// <summary>Of a pump without a fault, so one too many.</summary>
    public IReadOnlyList<ControlAlarm>? FalseAlarms { get; init; }
}
