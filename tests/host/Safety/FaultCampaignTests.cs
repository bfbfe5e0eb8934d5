using System;
using System.Collections.Generic;
using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.VirtualBoard.Campaigns.Faults;
using Haip.VirtualBoard.Files;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>A part of <c>bench faults</c>, and what must hold of its table.</summary>
[Trait("Category", "Safety")]
public class FaultCampaignTests
{
    private const int Seed = 1;

    // A fault of each kind that ends soon; the command runs all of them.
    private static readonly string[] s_sample =
    [
        "flow sensor / absent",
        "flow sensor / stalls a second",
        "pressure sensor of the metering chamber / no acknowledge",
        "pressure sensor of the metering chamber / frozen value",
        "pressure sensor of the catheter / wrong bytes",
        "driver of the piezo pump / absent",
        "pressure sensor of the reservoir / holds the bus",
        "thermometer on the drug side / absent",
        "memory of totals, order and log / no acknowledge",
        "inlet and outlet valve / inlet stuck closed",
        "inlet and outlet valve / both stuck open",
        "pump and chamber / dead",
        "pump and chamber / bubble in the chamber",
        "catheter and lines / catheter blocked",
        "catheter and lines / catheter off",
        "power and program / exception in the tick",
        "power and program / heap exhausted",
    ];

    [Fact]
    [Trait("Requirement", "SR-106")]
    [Trait("Requirement", "SR-228")]
    [Trait("Requirement", "SR-706")]
    public void Every_case_of_a_sample_ends_as_its_row_demands()
    {
        List<FaultCase> cases = [.. FaultTable.Cases.Where(@case => s_sample.Contains($"{@case.Row.Group} / {@case.Row.Name}"))];
        Assert.Equal(s_sample.Length * PumpSituations.Rows.Count, cases.Count);

        FaultReport report = FaultCampaign.Run(cases, [], Seed, _ => { }, () => false)!;

        Assert.Equal([], report.Results.Where(result => result.Failed).Select(result => $"{result.Group} / {result.Fault} / {result.State}: {result.Why}"));
        Assert.Equal(0, report.Silent);
        Assert.InRange(report.MaxExtraUl, 0, 5);
    }

    [Fact]
    [Trait("Requirement", "SR-227")]
    public void Patients_without_a_fault_who_cough_and_stand_up_and_whose_hearts_stumble_see_no_alarm()
    {
        FaultReport report = FaultCampaign.Run([], [0, 20], Seed, _ => { }, () => false)!;

        Assert.Equal(10, report.PatientDays);
        Assert.Equal([], report.ControlAlarms);
    }

    [Fact]
    public void A_demand_that_is_not_met_is_a_failed_and_silent_case()
    {
        // Nothing happens to this pump, so no alarm can be right.
        var row = new FaultRow("nothing", "none", [], ["CatheterOccluded"], BoundSeconds: 10);
        var cases = PumpSituations.Rows.Where(s => s.State is PumpState.Infusing or PumpState.Standby).Select(s => new FaultCase(0, row, s));
        FaultReport report = FaultCampaign.Run([.. cases], [], Seed, _ => { }, () => false)!;

        Assert.Equal((2, 2), (report.Failed, report.Silent));
        Assert.False(report.Passed);
    }

    [Fact]
    public void A_campaign_is_the_same_every_time()
    {
        List<FaultCase> cases = [.. FaultTable.Cases.Where(@case => @case.Row.Name == "catheter off")];
        string Json(int seed) => string.Join("\n", FaultCampaign.Run(cases, [], seed, _ => { }, () => false)!.Results);

        Assert.Equal(Json(3), Json(3));
        Assert.NotEqual(Json(3), Json(4));
    }

    [Fact]
    public void The_table_covers_every_part_and_every_state_and_more_than_300_cases()
    {
        Assert.True(FaultTable.Cases.Count >= 300);
        Assert.Equal(Enum.GetValues<PumpState>().Order(), PumpSituations.Rows.Select(row => row.State).Order());
        Assert.All(ScenarioParts.Rows, part => Assert.True(FaultTable.Rows.Count(row => row.Group == part.Meaning) >= 6, part.Name));
        Assert.Equal(FaultTable.Rows.Count, FaultTable.Rows.Select(row => (row.Group, row.Name)).Distinct().Count());
    }

    [Fact]
    public void Every_row_demands_an_alarm_that_there_is_or_says_why_not()
    {
        string[] names = Enum.GetNames<AlarmId>();

        Assert.All(FaultTable.Rows, row => Assert.True(row.BoundSeconds > 0 && (row.HarmlessIn is null) == (row.Harmless.Length == 0), row.Name));
        Assert.All(FaultTable.Rows, row => Assert.All(row.Alarms, name => Assert.Contains(name, names)));
    }
}
