using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Spectre.Console;

namespace Haip.VirtualBoard.Campaigns.Accuracy;

/// <summary>What a campaign came to.</summary>
public sealed class AccuracyReport : ICampaignReport
{
    /// <param name="results">In any order: of one run, or of the files of its parts.</param>
    public AccuracyReport(CampaignSetup setup, IEnumerable<AccuracyResult> results)
    {
        Setup = setup;
        Figures = new AccuracyFigures([.. results.OrderBy(result => result.Index)]);
        Targets = [.. AccuracyTargets.Of(Figures).Where(target => target.Asked)];
    }

    public CampaignSetup Setup { get; }

    public AccuracyFigures Figures { get; }

    public IReadOnlyList<Target> Targets { get; }

    public string Name => AccuracyCampaign.Name;

    public bool Passed => Targets.All(target => target.Met);

    public string ToHtml() => AccuracyPage.Of(this);

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            patients = Figures.Day.Patients,
            medianAbsErrorPercent = Figures.Day.MedianAbsErrorPercent,
            p95AbsErrorPercent = Figures.Day.P95AbsErrorPercent,
            maxAbsErrorPercent = Figures.Day.MaxAbsErrorPercent,
            trumpet15P95Percent = Figures.Trumpet15P95Percent,
            trumpet60P95Percent = Figures.Trumpet60P95Percent,
            any15P95Percent = Figures.Any15P95Percent,
            any60P95Percent = Figures.Any60P95Percent,
            feverMaxErrorPercent = Figures.Row(AccuracyCourses.Fever).MaxAbsErrorPercent,
            ascentMaxErrorPercent = Figures.Row(AccuracyCourses.Ascent).MaxAbsErrorPercent,
            thickMaxErrorPercent = Figures.Row(AccuracyCourses.Thick).MaxAbsErrorPercent,
            fortnightPatients = Figures.Fortnight.Patients,
            fortnightMedianAbsErrorPercent = Figures.Fortnight.MedianAbsErrorPercent,
            fortnightP95AbsErrorPercent = Figures.Fortnight.P95AbsErrorPercent,
            fortnightMaxAbsErrorPercent = Figures.Fortnight.MaxAbsErrorPercent,
            packetUl = Figures.DayPacketUl,
            falseAlarms = Figures.FalseAlarms.Count,
            met = Passed,
            seed = Setup.Seed,
            tuning = Setup.Tuning,
            version = Setup.Version,
            command = Setup.Command(),
            targets = Targets.Select(target => new { target.Name, target.Value, target.Bound, target.Unit, target.Met, target.Limit }),
            courses = Figures.Courses.Where(row => row.Patients > 0),
            comparison = Figures.Comparison,
            trumpet = Figures.DayTrumpet,
            fortnightTrumpet = Figures.FortnightTrumpet,
            sampledTrumpet = Figures.SampledDayTrumpet,
            sampledFortnightTrumpet = Figures.SampledFortnightTrumpet,
            secondHourTrumpet = Figures.SecondHourTrumpet,
            lastHourTrumpet = Figures.LastHourTrumpet,
            secondDayTrumpet = Figures.SecondDayTrumpet,
            lastDayTrumpet = Figures.LastDayTrumpet,
            falseAlarmList = Figures.FalseAlarms,
        },
        CampaignJson.Report);

    void ICampaignReport.Write(IAnsiConsole console) => AccuracyText.Write(this, console);
}
