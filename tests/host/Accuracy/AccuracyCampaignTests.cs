using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using Haip.VirtualBoard.Campaigns;
using Haip.VirtualBoard.Campaigns.Accuracy;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Accuracy;

/// <summary>A part of <c>bench accuracy</c>: a few of its patients, within the bounds of all.</summary>
[Trait("Category", "Accuracy")]
public class AccuracyCampaignTests
{
    [Fact]
    public void A_day_of_a_patient_is_within_the_bounds_of_all_patients()
    {
        AccuracyFigures figures = Run("24 hours", patients: 1);

        Assert.Equal(1, figures.Day.Patients);
        Assert.InRange(figures.Day.MaxAbsErrorPercent!.Value, 0, 4);
        Assert.InRange(figures.Trumpet60P95Percent!.Value, 0, 3);
        Assert.Equal([2, 5, 11, 15, 19, 31, 60, 150, 330, 570, 930], figures.DayTrumpet.Select(row => row.WindowMinutes));
        Assert.Equal(Trumpet.AmbulatoryMinutes, figures.SampledDayTrumpet.Select(row => row.WindowMinutes));
        Assert.All(figures.SampledDayTrumpet, row => Assert.True(row.P95SizePercent <= figures.DayTrumpet.Single(any => any.WindowMinutes == row.WindowMinutes).P95SizePercent));
        Assert.Equal([2, 5, 11, 19, 31], figures.SecondHourTrumpet.Select(row => row.WindowMinutes));
        Assert.All(figures.Of(AccuracyCourses.Day), result => Assert.Equal(24, result.FlowPercent!.Length));
    }

    [Theory]
    [InlineData("fever", 2)]
    [InlineData("ascent", 2)]
    [InlineData("bolus of 0.05 mL", 4)]
    [InlineData("bolus of 0.5 mL", 2)]
    public void A_course_of_one_patient_is_within_its_bound(string course, double boundPercent)
    {
        CourseRow row = Run(course, patients: 1).Courses.Single(row => row.Course == course);

        Assert.Equal(1, row.Patients);
        Assert.InRange(row.MaxAbsErrorPercent!.Value, 0, boundPercent);
    }

    [Fact]
    public void What_nobody_ran_is_neither_met_nor_missed()
    {
        var report = new AccuracyReport(CampaignSetup.Of("accuracy", 1, 1, tuning: false), []);

        Assert.Empty(report.Targets);
    }

    [Fact]
    public void A_target_that_is_missed_fails_the_campaign()
    {
        string[] missed = Report(errorPercent: 2).Targets.Where(target => !target.Met).Select(target => target.Name).ToArray();

        Assert.Equal(["24 h at 1.3 mL/day, median error", "24 h at 1.3 mL/day, 95 % of patients"], missed);
        Assert.False(Report(errorPercent: 2).Passed);
        Assert.True(Report(errorPercent: -0.4).Passed);
    }

    [Fact]
    public void A_window_of_any_minute_says_what_no_pump_of_packets_can_do_without()
    {
        AccuracyReport report = Report(errorPercent: 0);
        Target hour = report.Targets.Single(target => target.Name.StartsWith("any hour", System.StringComparison.Ordinal));

        Assert.StartsWith("one packet is 0.37 %, a cough that begins while V2 closes up to 0.55 %", hour.Limit, System.StringComparison.Ordinal);
        Assert.Contains(hour.Limit, report.ToHtml(), System.StringComparison.Ordinal);
        Assert.Contains(hour.Limit, report.ToJson(), System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_JSON_has_every_field_that_is_promised()
    {
        JsonObject json = JsonNode.Parse(Report(errorPercent: 1).ToJson())!.AsObject();

        string[] promised =
        [
            "patients", "medianAbsErrorPercent", "p95AbsErrorPercent", "maxAbsErrorPercent", "trumpet15P95Percent", "trumpet60P95Percent", "feverMaxErrorPercent",
            "ascentMaxErrorPercent",
        ];
        Assert.All(promised, name => Assert.True(json.ContainsKey(name), name));
        Assert.Equal(1, (double)json["p95AbsErrorPercent"]!);
    }

    [Fact]
    public void Reports_are_made_of_odd_patients_and_tuning_of_even_ones()
    {
        IEnumerable<int> Numbers(bool tuning) => Enumerable.Range(0, 3).Select(CampaignSetup.Of("accuracy", 3, 1, tuning).Number);

        Assert.Equal([1, 3, 5], Numbers(tuning: false));
        Assert.Equal([0, 2, 4], Numbers(tuning: true));
    }

    private static AccuracyFigures Run(string only, int patients)
    {
        var setup = CampaignSetup.Of(AccuracyCampaign.Name, patients, seed: 1, tuning: false, only: only);
        return new AccuracyFigures(AccuracyCampaign.Run(setup, CampaignShard.Whole, _ => { }, () => false)!);
    }

    // A patient without any other errors.
    private static AccuracyReport Report(double errorPercent)
    {
        var even = new SortedDictionary<int, double[]> { [15] = [0, 0], [60] = [0, 0] };
        var result = new AccuracyResult(0, AccuracyCourses.Day.Name, 1, errorPercent, 0, 0.2) { TrumpetPercent = even, SampledTrumpetPercent = even };
        return new AccuracyReport(CampaignSetup.Of(AccuracyCampaign.Name, 1, 1, tuning: false), [result]);
    }
}
