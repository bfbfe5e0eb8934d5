using System.Collections.Generic;
using System.Linq;

namespace Haip.VirtualBoard.Campaigns.Occlusion;

/// <summary>The figures of a campaign, from the results of its runs and nothing else.</summary>
public sealed class OcclusionFigures
{
    private const double SecondsPerMinute = 60;

    private readonly ILookup<string, OcclusionResult> _results;

    public OcclusionFigures(IReadOnlyList<OcclusionResult> results)
    {
        _results = results.ToLookup(result => result.Case);
        Rows = [.. OcclusionCases.All.Select(@case => OcclusionRow.Of(@case.Name, Of(@case)))];
        MissedAlarms = OcclusionCases.All.Where(@case => @case.Demanded).Sum(@case => Row(@case).Missed);
        Cases = Rows.Sum(row => row.Cases);
        PatientDays = results.Sum(result => result.Days);
        TrueAlarms = results.Sum(result => result.TrueAlarms);
        FalseAlarms = [.. results.SelectMany(result => result.FalseAlarms ?? [])];
        Odd = [.. results.Where(result => result.NotReady.Length > 0 || (result.Case.Length > 0 && result.AlarmSeconds is null))];
    }

    public IReadOnlyList<OcclusionRow> Rows { get; }

    public int Cases { get; }

    public int MissedAlarms { get; }

    public int PatientDays { get; }

    /// <summary>Alarms of pumps without a fault whose condition was there: air too thin, a fever.</summary>
    public int TrueAlarms { get; }

    public IReadOnlyList<ControlAlarm> FalseAlarms { get; }

    /// <summary>Cases to look at: no alarm, or the pump was not delivering when the fault came.</summary>
    public IReadOnlyList<OcclusionResult> Odd { get; }

    /// <summary>What most targets are about.</summary>
    public OcclusionRow Usual => Row(OcclusionCases.UsualBlocked);

    public double? Partial30P95Minutes => Row(OcclusionCases.Narrow30).P95Seconds is double seconds ? System.Math.Round(seconds / SecondsPerMinute, 3) : null;

    public OcclusionRow Row(OcclusionCase @case) => Rows.Single(row => row.Case == @case.Name);

    /// <summary>The results of one case, in the order of the campaign.</summary>
    public IReadOnlyCollection<OcclusionResult> Of(OcclusionCase @case) => [.. _results[@case.Name]];

    /// <summary>The most packets of all rates; null when an alarm never came.</summary>
    public double? MaxPackets(IReadOnlyList<OcclusionCase> cases)
    {
        List<OcclusionRow> rows = [.. cases.Select(Row).Where(row => row.Cases > 0)];
        return rows.Count == 0 || rows.Any(row => row.MaxPackets is null) ? null : rows.Max(row => row.MaxPackets);
    }
}
