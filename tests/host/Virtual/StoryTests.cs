using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Virtual;

/// <summary>Each built-in scenario, told as what the patient and the people around experience.</summary>
[Trait("Category", "Virtual")]
public class StoryTests
{
    private const double TwoHours = 7_200;

    [Fact]
    [Trait("Requirement", "SR-112")]
    [Trait("Requirement", "SR-224")]
    public void Fever_changes_nothing_but_is_told()
    {
        Run run = Run.BuiltIn("fever");

        Assert.Equal("TemperatureOutOfRange", run.Alarms);
        Assert.InRange(run.Summary.ErrorPercent, -1, 1);
        Assert.InRange(run.Summary.TrumpetPercent[15][0], -3, 0);
        Assert.InRange(run.Summary.TrumpetPercent[15][1], 0, 3);
    }

    [Fact]
    [Trait("Requirement", "SR-112")]
    public void An_ascent_to_2500_m_changes_nothing()
    {
        Run run = Run.BuiltIn("ascent-2500-m");

        Assert.Empty(run.Summary.Alarms);
        Assert.InRange(run.Summary.ErrorPercent, -1, 1);
        Assert.InRange(run.Summary.TrumpetPercent[15][0], -3, 0);
        Assert.InRange(run.Summary.TrumpetPercent[15][1], 0, 3);
    }

    [Fact]
    [Trait("Requirement", "SR-110")]
    [Trait("Requirement", "SR-217")]
    public void A_blocked_catheter_stops_the_pump_within_5_minutes_and_a_person_resumes()
    {
        Run run = Run.BuiltIn("occlusion");

        Assert.Equal("CatheterOccluded", run.Alarms);
        Assert.InRange(run.RaisedAtSeconds(AlarmId.CatheterOccluded)!.Value - TwoHours, 0, 300);
        Assert.InRange(run.Summary.MaxReleaseUl, 0.1, 2);
        Assert.Equal("Infusing", run.Summary.State);

        // Half an hour and six minutes were not delivered, and are not made up: 36 minutes at 1.3 mL/day are 32.5 uL.
        Assert.InRange(run.Summary.OrderedNl - run.Summary.DeliveredNl, 31_000, 35_000);
    }

    [Theory]
    [Trait("Requirement", "SR-217")]
    [InlineData(0.1)]
    [InlineData(1.3)]
    [InlineData(3)]
    public void A_blocked_catheter_costs_at_most_5_microlitres_before_the_alarm(double mlPerDay)
    {
        Run run = Run.Of(0.2, System.FormattableString.Invariant(
            $$"""{ "atSeconds": 60, "do": "startTherapy", "rateMlPerDay": {{mlPerDay}} }, { "atHours": 2, "do": "occlude" }"""));

        double seconds = run.RaisedAtSeconds(AlarmId.CatheterOccluded)!.Value - TwoHours;
        Assert.InRange(seconds, 0, 300);
        Assert.InRange(seconds * mlPerDay / 86.4, 0, 5);
        Assert.InRange(run.Summary.MaxReleaseUl, 0, 2);
    }

    [Fact]
    [Trait("Requirement", "SR-231")]
    public void A_catheter_thirty_times_too_narrow_still_delivers_and_is_told()
    {
        Run run = Run.BuiltIn("partial-occlusion-x30");

        Assert.Equal("CatheterNarrowing", run.Alarms);
        Assert.InRange(run.RaisedAtSeconds(AlarmId.CatheterNarrowing)!.Value - TwoHours, 0, 600);
        Assert.InRange(run.Summary.ErrorPercent, -1, 1);
    }

    [Fact]
    [Trait("Requirement", "SR-218")]
    public void A_catheter_that_slips_out_stops_the_pump_within_a_minute()
    {
        Run run = Run.BuiltIn("catheter-disconnected");

        Assert.Equal("CatheterDisconnected", run.Alarms);
        Assert.InRange(run.RaisedAtSeconds(AlarmId.CatheterDisconnected)!.Value - TwoHours, 0, 60);
        Assert.Equal("Stopped", run.Summary.State);
    }

    [Fact]
    [Trait("Requirement", "SR-104")]
    [Trait("Requirement", "SR-220")]
    public void A_bubble_in_the_chamber_makes_the_two_measures_disagree()
    {
        Run run = Run.BuiltIn("air-bubble");

        Assert.Equal("MeteringDisagreement", run.Alarms);
        Assert.InRange(run.RaisedAtSeconds(AlarmId.MeteringDisagreement)!.Value - TwoHours, 0, 120);

        // The larger opinion counts meanwhile: no packet too many.
        Assert.InRange(run.Summary.DeliveredNl, 0, (run.RaisedAtSeconds(AlarmId.MeteringDisagreement)!.Value * 1.3e6 / 86_400) + 400);
    }

    [Fact]
    [Trait("Requirement", "SR-221")]
    public void An_empty_reservoir_is_noticed_by_its_pressure_although_the_books_say_full()
    {
        Run run = Run.BuiltIn("empty-reservoir");

        Assert.Equal("ReservoirEmpty", run.Alarms);
        Assert.Equal("Stopped", run.Summary.State);
    }

    [Fact]
    [Trait("Requirement", "SR-117")]
    [Trait("Requirement", "SR-219")]
    public void A_dead_pump_is_noticed_within_a_minute_and_draws_no_blood()
    {
        Run run = Run.BuiltIn("dead-pump");

        Assert.Equal("PumpNotPumping", run.Alarms);
        Assert.InRange(run.RaisedAtSeconds(AlarmId.PumpNotPumping)!.Value - TwoHours, 0, 60);
        Assert.InRange(run.Simulation.Rig.Fluid.IntoCatheterNl, run.Summary.DeliveredNl - 100, run.Summary.DeliveredNl + 100);
    }

    [Fact]
    [Trait("Requirement", "SR-116")]
    [Trait("Requirement", "SR-223")]
    public void An_unplugged_flow_sensor_leaves_the_patency_rate_until_a_person_resumes()
    {
        Run run = Run.BuiltIn("sensor-unplugged");

        Assert.Equal("FlowSensorLost SecondMeasureLost", run.Alarms);
        Assert.InRange(run.RaisedAtSeconds(AlarmId.FlowSensorLost)!.Value - TwoHours, 0, 5);
        Assert.Contains(run.Summary.Events, e => e.What == "state Patency");
        Assert.Equal("Infusing", run.Summary.State);
    }

    [Fact]
    [Trait("Requirement", "SR-407")]
    public void A_leaking_inlet_valve_shows_in_the_sealed_chamber()
    {
        Run run = Run.BuiltIn("valve-leaking");

        Assert.Equal("ChamberLeak", run.Alarms);
        Assert.InRange(run.RaisedAtSeconds(AlarmId.ChamberLeak)!.Value - TwoHours, 0, 120);
    }

    [Fact]
    public void A_brown_out_leaves_the_pump_stopped_with_its_books_until_a_person_starts_it()
    {
        Run run = Run.BuiltIn("brown-out");

        Assert.Empty(run.Summary.Alarms);
        Assert.Contains(run.Summary.Events, e => e.What == "state Standby");
        Assert.Equal("Infusing", run.Summary.State);

        // At most the packet in flight when the power went is missing from the books.
        Assert.InRange(run.Summary.MeteredNl - run.Summary.DeliveredNl, -1_000, 1_000);
        Assert.InRange(run.Summary.ReservoirMl, 29.6, 29.7);
    }
}
