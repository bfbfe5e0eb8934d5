using System;
using System.Linq;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Population;
using Xunit;

namespace Haip.HostTests.Population;

[Trait("Category", "Virtual")]
public class EpisodesTests
{
    [Fact]
    public void A_quiet_patient_has_the_same_pump_at_37_degrees_and_sea_level_and_nothing_happens()
    {
        Patient lively = PatientPopulation.Draw(5, 1, 2);
        Patient quiet = Episodes.Quiet(PatientPopulation.Draw(5, 1, 2));

        Assert.NotEmpty(lively.Life);
        Assert.Empty(quiet.Life);
        Assert.Equal(37, quiet.Plant.BodyC);
        Assert.Equal(101_325, quiet.Plant.AmbientPa, 1.0);
        Assert.Equal(lively.Plant.ChamberNlPerKPa, quiet.Plant.ChamberNlPerKPa);
    }

    [Fact]
    public void A_fever_and_an_ascent_are_two_ramps_each_and_together_stand_in_the_order_of_time()
    {
        Assert.Equal(
            [
                (ScenarioVerb.BodyTemperature, 40.0, 6.0, 1_800.0), (ScenarioVerb.AmbientPressure, 74.683, 8, 1_200),
                (ScenarioVerb.AmbientPressure, 101.325, 14, 1_200), (ScenarioVerb.BodyTemperature, 37, 18, 1_800),
            ],
            Episodes.Together(Episodes.Ascent(8), Episodes.Fever(6)).Select(step => (step.Verb, Math.Round(step.Value, 3), step.AtMs / 3.6e6, step.OverSeconds)));
    }

    [Fact]
    public void A_drug_of_five_millipascal_seconds_is_seven_times_as_thick_as_water()
    {
        Patient patient = Episodes.WithViscosity(PatientPopulation.Draw(5, 1, 1), 5);

        Assert.Equal(5e-3, patient.Plant.RelativeViscosity * Water.ViscosityPaSeconds(37), 1e-9);
        Assert.InRange(patient.Plant.RelativeViscosity, 7.1, 7.3);
    }

    [Fact]
    public void An_artery_shifts_from_its_own_mean_and_comes_back()
    {
        Patient patient = PatientPopulation.Draw(5, 1, 1);

        double[] kPa = [.. Episodes.ArteryShift(patient, atHours: 1, byPa: -4_000, overMinutes: 5, lastsHours: 0.5).Select(step => step.Value)];

        Assert.Equal((patient.Plant.ArteryMeanPa - 4_000) / 1_000, kPa[0], 1e-9);
        Assert.Equal(patient.Plant.ArteryMeanPa / 1_000, kPa[1], 1e-9);
    }
}
