using System;
using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Population;
using Xunit;

namespace Haip.HostTests.Population;

[Trait("Category", "Virtual")]
public class PopulationTests
{
    private const int Many = 300;

    [Fact]
    public void The_same_number_and_seed_give_the_same_patient_and_others_another()
    {
        string first = Text(PatientPopulation.Draw(7, 1, 3));

        Assert.Equal(first, Text(PatientPopulation.Draw(7, 1, 3)));
        Assert.NotEqual(first, Text(PatientPopulation.Draw(8, 1, 3)));
        Assert.NotEqual(first, Text(PatientPopulation.Draw(7, 2, 3)));
    }

    [Fact]
    public void Every_number_drawn_is_one_that_a_plant_file_may_give()
    {
        foreach (Patient patient in Draw(1))
        {
            Assert.All(PlantTable.Rows, row => Assert.InRange(row.Get(patient.Plant), row.Min, row.Max));
        }
    }

    [Fact]
    public void Every_row_of_the_plant_makes_patients_differ()
    {
        Patient[] patients = [.. Draw(1)];

        foreach (PopulationRow row in PopulationTable.Rows.Where(row => PlantTable.Rows.Any(key => key.Path == row.Name)))
        {
            NumberKey<PlantParameters> key = PlantTable.Rows.Single(key => key.Path == row.Name);
            double[] values = [.. patients.Select(patient => key.Get(patient.Plant))];

            Assert.True(values.Min() < values.Max(), row.Name);
            Assert.All(values, value => Assert.InRange(value, row.Spread.Least, row.Spread.Most));
        }
    }

    [Fact]
    public void Names_are_given_once_and_every_row_has_a_unit_a_meaning_and_a_source()
    {
        Assert.Distinct(PopulationTable.Rows.Select(row => row.Name).Concat(EpisodeTable.Rows.Select(row => row.Name)));
        Assert.All(PopulationTable.Rows, row => Assert.True(row.Unit.Length > 0 && row.Meaning.EndsWith('.') && row.Source.EndsWith('.'), row.Name));
        Assert.All(EpisodeTable.Rows, row => Assert.True(row.Unit.Length > 0 && row.Meaning.EndsWith('.') && row.Source.EndsWith('.'), row.Name));
    }

    [Fact]
    public void A_normal_distribution_has_its_mean_and_its_sigma_and_an_even_one_its_ends()
    {
        var chance = new Noise(5);
        double[] bell = [.. Enumerable.Range(0, 20_000).Select(_ => Distribution.Normal(100, 3, 80, 120).Draw(chance))];
        double[] even = [.. Enumerable.Range(0, 20_000).Select(_ => Distribution.Even(2, 4).Draw(chance))];
        double[] factors = [.. Enumerable.Range(0, 20_000).Select(_ => Distribution.EvenInFactors(1, 100).Draw(chance))];

        Assert.Equal(100, bell.Average(), 0.1);
        Assert.Equal(3, Math.Sqrt(bell.Select(v => (v - 100) * (v - 100)).Average()), 0.06);
        Assert.Equal(3, even.Average(), 0.02);
        Assert.InRange(even.Min(), 2, 2.001);
        Assert.InRange(even.Max(), 3.999, 4);
        Assert.Equal(0.5, factors.Count(v => v < 10) / 20_000.0, 0.01);
    }

    [Fact]
    public void A_life_is_in_the_order_of_time_ends_in_time_and_every_step_says_what_its_verb_may()
    {
        foreach (Patient patient in Draw(4))
        {
            long lastMs = 0;

            foreach (ScenarioStep step in patient.Life)
            {
                ScenarioVerbRow verb = ScenarioVerbs.Rows.Single(row => row.Verb == step.Verb);
                Assert.InRange(step.AtMs, lastMs, 4 * 86_400_000L);
                Assert.InRange(step.Value, verb.First!.Min, verb.First.Max);
                Assert.InRange(step.OverSeconds, 0, 86_400);
                lastMs = step.AtMs;
            }
        }
    }

    [Fact]
    public void Lives_hold_every_kind_of_episode_and_nobody_gives_orders_or_breaks_anything_in_them()
    {
        HashSet<ScenarioVerb> verbs = [.. Draw(4).SelectMany(patient => patient.Life).Select(step => step.Verb)];

        Assert.Equal(
            [
                ScenarioVerb.BodyTemperature, ScenarioVerb.ArteryMean, ScenarioVerb.ArteryPulse, ScenarioVerb.AmbientPressure,
                ScenarioVerb.HeartRate, ScenarioVerb.Breathing, ScenarioVerb.Arrhythmia, ScenarioVerb.Cough, ScenarioVerb.Bubble,
            ],
            verbs);
    }

    [Fact]
    public void Lives_reach_fever_cold_mountains_faints_and_crises()
    {
        ScenarioStep[] steps = [.. Draw(4).SelectMany(patient => patient.Life)];
        double[] Of(ScenarioVerb verb) => [.. steps.Where(step => step.Verb == verb).Select(step => step.Value)];

        Assert.InRange(Of(ScenarioVerb.BodyTemperature).Min(), 33, 34.5);
        Assert.InRange(Of(ScenarioVerb.BodyTemperature).Max(), 40, 41);
        Assert.InRange(Of(ScenarioVerb.AmbientPressure).Min(), 65, 69);
        Assert.InRange(Of(ScenarioVerb.AmbientPressure).Max(), 103, 110);
        Assert.InRange(Of(ScenarioVerb.ArteryMean).Min(), 6, 7);
        Assert.InRange(Of(ScenarioVerb.ArteryMean).Max(), 18, 20);
    }

    [Fact]
    public void A_longer_life_begins_as_the_shorter_one_does()
    {
        // Up to a quarter of a day before the end: there a ramp already knows where it is going.
        bool Early(ScenarioStep step) => step.AtMs < 0.75 * 86_400_000;

        foreach (int number in Enumerable.Range(0, 20))
        {
            Assert.Equal(PatientPopulation.Draw(number, 1, 1).Life.Where(Early), PatientPopulation.Draw(number, 1, 14).Life.Where(Early));
        }
    }

    private static IEnumerable<Patient> Draw(double days) => Enumerable.Range(0, Many).Select(number => PatientPopulation.Draw(number, 1, days));

    private static string Text(Patient patient) =>
        string.Join(" ", PlantTable.Rows.Select(row => row.Get(patient.Plant)).Cast<object>().Concat(patient.Life.Cast<object>()));
}
