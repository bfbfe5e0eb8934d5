using System.Text.Json.Nodes;
using Haip.VirtualBoard.Campaigns;
using Haip.VirtualBoard.Campaigns.Occlusion;
using Xunit;

namespace Haip.HostTests.Accuracy;

/// <summary>A part of <c>bench occlusion</c>: a few of its patients, within the bounds of all.</summary>
[Trait("Category", "Accuracy")]
public class OcclusionCampaignTests
{
    [Fact]
    public void A_catheter_that_closes_is_told_in_three_packets_and_before_much_is_missed_or_stored()
    {
        OcclusionRow row = Run("blocked, 1.3", patients: 4).Usual;

        Assert.Equal((4, 0), (row.Cases, row.Missed));
        Assert.InRange(row.MaxSeconds!.Value, 1, 180);
        Assert.InRange(row.MaxMissedUl!.Value, 0.1, 4);
        Assert.InRange(row.MaxReleaseUl!.Value, 0.1, 2);
    }

    [Fact]
    public void A_catheter_that_slips_out_is_told_within_a_minute()
    {
        OcclusionRow row = Run("disconnected, 1.3", patients: 2).Row(OcclusionCases.Disconnected[2]);

        Assert.Equal((2, 0), (row.Cases, row.Missed));
        Assert.InRange(row.MaxSeconds!.Value, 1, 60);
    }

    [Fact]
    public void Days_without_a_fault_are_counted_in_whole_lives()
    {
        var setup = CampaignSetup.Of(OcclusionCampaign.Name, patients: 1, seed: 1, tuning: false, patientDays: 3, only: "nothing");

        Assert.Equal(5, OcclusionCampaign.PatientDays(setup, CampaignShard.Whole));
    }

    [Fact]
    public void An_alarm_that_never_came_is_missed_and_fails_the_campaign()
    {
        string name = OcclusionCases.UsualBlocked.Name;
        var came = new OcclusionResult(0, name, 1) { AlarmSeconds = 30, Packets = 3 };
        var never = new OcclusionResult(1, name, 3) { MissedUl = 1 };
        var setup = CampaignSetup.Of(OcclusionCampaign.Name, 2, 1, tuning: false);

        Assert.True(new OcclusionReport(setup, [came]).Passed);

        var report = new OcclusionReport(setup, [came, never]);
        Assert.False(report.Passed);
        Assert.Equal(1, report.Figures.MissedAlarms);
        Assert.Null(report.Figures.Usual.MaxSeconds);
        Assert.Equal([never], report.Figures.Odd);
    }

    [Fact]
    public void A_false_alarm_fails_the_campaign_and_is_listed_with_what_came_before()
    {
        var alarm = new ControlAlarm(7, "a life", "PulseLost", 12.5, "Cough 8 3 s before");
        var life = new OcclusionResult(0, "", 7) { Days = 5, FalseAlarms = [alarm] };
        var report = new OcclusionReport(CampaignSetup.Of(OcclusionCampaign.Name, 1, 1, tuning: false, patientDays: 5), [life]);

        Assert.False(report.Passed);
        Assert.Equal([alarm], report.Figures.FalseAlarms);
        Assert.Contains("Cough 8 3 s before", report.ToHtml(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_JSON_has_every_field_that_is_promised()
    {
        var report = new OcclusionReport(CampaignSetup.Of(OcclusionCampaign.Name, 1, 1, tuning: false), [new OcclusionResult(0, OcclusionCases.UsualBlocked.Name, 1) { AlarmSeconds = 30 }]);
        JsonObject json = JsonNode.Parse(report.ToJson())!.AsObject();

        string[] promised = ["cases", "p95AlarmSeconds", "maxAlarmSeconds", "maxMissedUl", "maxReleaseUl", "partial30P95Minutes", "missedAlarms", "falseAlarms", "patientDays"];
        Assert.All(promised, name => Assert.True(json.ContainsKey(name), name));
        Assert.Equal(30, (double)json["maxAlarmSeconds"]!);
    }

    private static OcclusionFigures Run(string only, int patients)
    {
        var setup = CampaignSetup.Of(OcclusionCampaign.Name, patients, seed: 1, tuning: false, only: only);
        return new OcclusionFigures([.. OcclusionCampaign.Run(setup, CampaignShard.Whole, _ => { }, () => false)!]);
    }
}
