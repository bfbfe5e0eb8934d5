using System;
using Haip.Core.Catheter;
using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Virtual;

/// <summary>The catheter's classes on the virtual board, in the nominal patient.</summary>
[Trait("Category", "Accuracy")]
public class PatencyTests
{
    private const double HourSeconds = 3_600;
    private const string Therapy = """{ "atSeconds": 60, "do": "startTherapy", "rateMlPerDay": 1.3, "days": 1 }""";

    [Fact]
    [Trait("Requirement", "SR-231")]
    public void Thirty_times_the_resistance_is_told_within_ten_minutes_and_delivery_goes_on()
    {
        Run run = Run.Of(0.08, Therapy + """, { "atHours": 1.5, "do": "occlude", "factor": 30 }""");

        Assert.Equal("CatheterNarrowing", run.Alarms);
        Assert.InRange(run.RaisedAtSeconds(AlarmId.CatheterNarrowing)!.Value - (1.5 * HourSeconds), 0, 600);
        Assert.Equal("Infusing", run.Summary.State);
    }

    [Theory]
    [Trait("Requirement", "SR-217")]
    [InlineData(0.1, 258)] // three packets of 86 s
    [InlineData(1.3, 60)]
    [InlineData(3, 60)]
    public void A_closed_catheter_stops_the_pump_within_three_packets(double mlPerDay, double seconds)
    {
        Run run = Run.Of(0.05, FormattableString.Invariant(
            $$"""{ "atSeconds": 60, "do": "startTherapy", "rateMlPerDay": {{mlPerDay}}, "days": 1 }, { "atHours": 0.7, "do": "occlude" }"""));

        Assert.Equal(CatheterPatency.Occluded, run.Simulation.Pump.Status.Patency);
        Assert.InRange(run.RaisedAtSeconds(AlarmId.CatheterOccluded)!.Value - (0.7 * HourSeconds), 0, seconds + 10);
        Assert.InRange(run.Summary.MaxReleaseUl, 0, 1);
    }

    [Fact]
    [Trait("Requirement", "SR-218")]
    public void A_catheter_that_slips_out_is_told_within_two_packets()
    {
        Run run = Run.Of(0.02, Therapy + """, { "atHours": 0.4, "do": "disconnectCatheter" }""");

        Assert.Equal(CatheterPatency.Disconnected, run.Simulation.Pump.Status.Patency);
        Assert.InRange(run.RaisedAtSeconds(AlarmId.CatheterDisconnected)!.Value - (0.4 * HourSeconds), 0, 26);
    }

    [Fact]
    [Trait("Requirement", "SR-227")]
    public void Low_blood_pressure_with_half_the_pulse_is_no_narrow_catheter()
    {
        Run run = Run.Of(0.1, Therapy + """
            , { "atHours": 1, "do": "arteryMean", "kPa": 8, "overMinutes": 2 }, { "atHours": 1, "do": "arteryPulse", "kPa": 2 }
            , { "atHours": 1.5, "do": "arteryMean", "kPa": 12.4, "overMinutes": 5 }, { "atHours": 1.5, "do": "arteryPulse", "kPa": 5.3 }
            """);

        Assert.Empty(run.Alarms);
        Assert.Equal(CatheterPatency.Open, run.Simulation.Pump.Status.Patency);
    }

    [Fact]
    [Trait("Requirement", "SR-172")]
    public void Two_microlitres_of_air_in_the_chamber_are_told_and_delivery_goes_on()
    {
        Run run = Run.Of(0.05, Therapy + """, { "atHours": 1, "do": "bubble", "volumeUl": 2 }""");

        Assert.Equal("AirInChamber", run.Alarms);
        Assert.InRange(run.RaisedAtSeconds(AlarmId.AirInChamber)!.Value - HourSeconds, 0, 300);
        Assert.Equal("Infusing", run.Summary.State);
    }
}
