using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Spectre.Console;

namespace Haip.VirtualBoard.Campaigns.Occlusion;

/// <summary>What a campaign came to.</summary>
public sealed class OcclusionReport : ICampaignReport
{
    /// <param name="results">In any order: of one run, or of the files of its parts.</param>
    public OcclusionReport(CampaignSetup setup, IEnumerable<OcclusionResult> results)
    {
        Setup = setup;
        Figures = new OcclusionFigures([.. results.OrderBy(result => result.Index)]);
        Targets = [.. OcclusionTargets.Of(Figures).Where(target => target.Asked)];
    }

    public CampaignSetup Setup { get; }

    public OcclusionFigures Figures { get; }

    public IReadOnlyList<Target> Targets { get; }

    public string Name => OcclusionCampaign.Name;

    public bool Passed => Targets.All(target => target.Met);

    public string ToHtml() => OcclusionPage.Of(this);

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            cases = Figures.Cases,
            p95AlarmSeconds = Figures.Usual.P95Seconds,
            maxAlarmSeconds = Figures.Usual.MaxSeconds,
            maxMissedUl = Figures.Usual.MaxMissedUl,
            maxReleaseUl = Figures.Usual.MaxReleaseUl,
            partial30P95Minutes = Figures.Partial30P95Minutes,
            missedAlarms = Figures.MissedAlarms,
            falseAlarms = Figures.FalseAlarms.Count,
            patientDays = Figures.PatientDays,
            maxPackets = Figures.MaxPackets(OcclusionCases.Blocked),
            disconnectionMaxPackets = Figures.MaxPackets(OcclusionCases.Disconnected),
            trueAlarms = Figures.TrueAlarms,
            met = Passed,
            patients = Setup.Patients,
            seed = Setup.Seed,
            tuning = Setup.Tuning,
            version = Setup.Version,
            command = Setup.Command(),
            targets = Targets.Select(target => new { target.Name, target.Value, target.Bound, target.Unit, target.Met, target.Limit }),
            rows = Figures.Rows.Where(row => row.Cases > 0),
            falseAlarmList = Figures.FalseAlarms,
            odd = Figures.Odd,
        },
        CampaignJson.Report);

    void ICampaignReport.Write(IAnsiConsole console) => OcclusionText.Write(this, console);
}
