using System;
using System.Collections.Generic;
using System.Linq;

namespace Haip.VirtualBoard.Campaigns.Accuracy;

/// <summary>The figures of a campaign, from the results of its runs and nothing else.</summary>
public sealed class AccuracyFigures
{
    private readonly ILookup<string, AccuracyResult> _results;

    public AccuracyFigures(IReadOnlyList<AccuracyResult> results)
    {
        _results = results.ToLookup(result => result.Course);
        Courses = [.. AccuracyCourses.All.Select(course => CourseRow.Of(course.Name, Of(course)))];
        DayTrumpet = TrumpetRow.Of(Of(AccuracyCourses.Day).Select(result => result.TrumpetPercent));
        SampledDayTrumpet = TrumpetRow.Of(Of(AccuracyCourses.Day).Select(result => result.SampledTrumpetPercent));
        SampledFortnightTrumpet = TrumpetRow.Of(Of(AccuracyCourses.Fortnight).Select(result => result.SampledTrumpetPercent));
        FortnightTrumpet = TrumpetRow.Of(Of(AccuracyCourses.Fortnight).Select(result => result.TrumpetPercent));
        SecondHourTrumpet = TrumpetRow.Of(Of(AccuracyCourses.Day).Select(result => result.FirstTrumpetPercent));
        LastHourTrumpet = TrumpetRow.Of(Of(AccuracyCourses.Day).Select(result => result.LastTrumpetPercent));
        SecondDayTrumpet = TrumpetRow.Of(Of(AccuracyCourses.Fortnight).Select(result => result.FirstTrumpetPercent));
        LastDayTrumpet = TrumpetRow.Of(Of(AccuracyCourses.Fortnight).Select(result => result.LastTrumpetPercent));
        Comparison = [.. AccuracyCourses.All.Where(course => course.Compared).SelectMany(Compare)];
        FalseAlarms = [.. results.SelectMany(result => result.FalseAlarms ?? [])];
    }

    public IReadOnlyList<CourseRow> Courses { get; }

    /// <summary>Wherever the window lies in the day, after the first hour.</summary>
    public IReadOnlyList<TrumpetRow> DayTrumpet { get; }

    /// <summary>Sampled as the standard samples an ambulatory infusion, every 15 minutes.</summary>
    public IReadOnlyList<TrumpetRow> SampledDayTrumpet { get; }

    public IReadOnlyList<TrumpetRow> FortnightTrumpet { get; }

    public IReadOnlyList<TrumpetRow> SampledFortnightTrumpet { get; }

    public IReadOnlyList<TrumpetRow> SecondHourTrumpet { get; }

    public IReadOnlyList<TrumpetRow> LastHourTrumpet { get; }

    public IReadOnlyList<TrumpetRow> SecondDayTrumpet { get; }

    public IReadOnlyList<TrumpetRow> LastDayTrumpet { get; }

    public IReadOnlyList<ComparisonRow> Comparison { get; }

    public IReadOnlyList<ControlAlarm> FalseAlarms { get; }

    public CourseRow Day => Row(AccuracyCourses.Day);

    public CourseRow Fortnight => Row(AccuracyCourses.Fortnight);

    /// <summary>A packet more or less is what any window may be wrong by, however exact the packets are.</summary>
    public double? DayPacketUl => Spread.OfSizes(Of(AccuracyCourses.Day).Select(result => result.PacketUl)).Median;

    public double? Trumpet15P95Percent => Window(SampledDayTrumpet, 15);

    public double? Trumpet60P95Percent => Window(SampledDayTrumpet, 60);

    /// <summary>Stricter than the standard: any minute may begin a window.</summary>
    public double? Any15P95Percent => Window(DayTrumpet, 15);

    public double? Any60P95Percent => Window(DayTrumpet, 60);

    /// <summary>The results of one course, in the order of the campaign.</summary>
    public IReadOnlyCollection<AccuracyResult> Of(AccuracyCourse course) => [.. _results[course.Name]];

    public CourseRow Row(AccuracyCourse course) => Courses.Single(row => row.Course == course.Name);

    private static double? Window(IReadOnlyList<TrumpetRow> rows, int minutes) => rows.FirstOrDefault(row => row.WindowMinutes == minutes)?.P95SizePercent;

    private IEnumerable<ComparisonRow> Compare(AccuracyCourse course)
    {
        var errors = Of(course).SelectMany(result => result.OtherErrorPercent ?? []).GroupBy(other => other.Key, other => other.Value, StringComparer.Ordinal);

        foreach (IGrouping<string, double> pump in errors.OrderBy(pump => pump.Key, StringComparer.Ordinal))
        {
            Spread sizes = Spread.OfSizes(pump);
            yield return new ComparisonRow(pump.Key, course.Name, sizes.Count, Spread.MedianOf([.. pump.Order()]), sizes.Median, sizes.P95, sizes.Max);
        }
    }
}
