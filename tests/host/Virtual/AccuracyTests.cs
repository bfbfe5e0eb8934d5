using System;
using System.Globalization;
using Haip.Core.Delivery;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Virtual;

/// <summary>Hydraulic truth against the order, in the nominal patient.</summary>
[Trait("Category", "Virtual")]
public class AccuracyTests
{
    [Fact]
    [Trait("Requirement", "SR-111")]
    public void A_day_at_1_3_ml_is_within_1_percent_and_every_quarter_of_an_hour_within_3()
    {
        Run run = Run.BuiltIn("nominal-day");

        Assert.InRange(run.Summary.ErrorPercent, -1, 1);
        Assert.InRange(run.Summary.TrumpetPercent[15][0], -3, 0);
        Assert.InRange(run.Summary.TrumpetPercent[15][1], 0, 3);
        Assert.InRange(run.Summary.TrumpetPercent[60][0], -1, 0);
        Assert.InRange(run.Summary.TrumpetPercent[60][1], 0, 1);
        Assert.Empty(run.Summary.Alarms);
    }

    [Theory]
    [Trait("Requirement", "SR-111")]
    [InlineData(0.1)]
    [InlineData(0.3)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_day_at_any_therapy_rate_is_within_1_5_percent(double mlPerDay)
    {
        Run run = Run.Of(1, FormattableString.Invariant($$"""{ "atSeconds": 60, "do": "startTherapy", "rateMlPerDay": {{mlPerDay}}, "days": 14 }"""));

        Assert.InRange(run.Summary.ErrorPercent, -1.5, 1.5);
        Assert.Empty(run.Summary.Alarms);
    }

    [Theory]
    [Trait("Requirement", "SR-113")]
    [InlineData(0.05, 1)]
    [InlineData(0.05, 14.4)]
    [InlineData(0.5, 14.4)]
    [InlineData(5, 14.4)]
    public void A_bolus_alone_is_within_2_percent(double volumeMl, double mlPerDay)
    {
        double days = (volumeMl / mlPerDay) + 0.02;
        Run run = Run.Of(days, FormattableString.Invariant($$"""{ "atSeconds": 60, "do": "startBolus", "volumeMl": {{volumeMl}}, "rateMlPerDay": {{mlPerDay}} }"""));

        Assert.InRange(run.Summary.ErrorPercent, -2, 2);
        Assert.Equal(nameof(PumpState.Standby), run.Summary.State);
        Assert.Empty(run.Summary.Alarms);
    }

    [Fact]
    [Trait("Requirement", "SR-105")]
    public void An_artery_below_the_reservoir_gets_its_volume_in_larger_packets()
    {
        Run run = Run.Of(ScenarioFile.Parse("test", """
            { "name": "test", "days": 0.2, "plant": { "reservoir": { "fullPa": 7600 } }, "steps": [
              { "atSeconds": 60, "do": "startTherapy", "rateMlPerDay": 1.3, "days": 14 },
              { "atHours": 1, "do": "arteryMean", "kPa": 6.9 }, { "atHours": 1, "do": "arteryPulse", "kPa": 3 } ] }
            """));

        Assert.Empty(run.Alarms);
        Assert.Equal(PumpState.Infusing, run.Simulation.Pump.Status.State);
        Assert.InRange(run.Summary.ErrorPercent, -1, 1);
    }

    [Theory]
    [Trait("Requirement", "SR-401")]
    [InlineData(4_000, 6_000)]
    [InlineData(7_200, 9_400)]
    public void A_pump_whose_artery_stands_little_above_its_reservoir_passes_its_test_and_lets_nothing_out(int reservoirPa, int arteryPa)
    {
        Run run = Run.Of(ScenarioFile.Parse("test", $$"""
            { "name": "test", "days": 0.001, "plant": { "reservoir": { "fullPa": {{reservoirPa}} }, "patient": { "arteryMeanPa": {{arteryPa}}, "arteryPulsePa": 3000 } }, "steps": [] }
            """));

        Assert.Equal(PumpState.Standby, run.Simulation.Pump.Status.State);
        Assert.InRange(run.Simulation.Rig.Fluid.DeliveredNl, -400, 100);
    }

    [Fact]
    [Trait("Requirement", "SR-113")]
    public void A_bolus_on_top_of_a_therapy_adds_its_volume_and_leaves_the_therapy_alone()
    {
        const string Therapy = """{ "atSeconds": 60, "do": "startTherapy", "rateMlPerDay": 1.3, "days": 14 }""";
        Run without = Run.Of(0.25, Therapy);
        Run with = Run.Of(0.25, Therapy + """, { "atHours": 2, "do": "startBolus", "volumeMl": 0.2, "rateMlPerDay": 12 }""");

        Assert.InRange(with.Summary.DeliveredNl - without.Summary.DeliveredNl, 196_000, 204_000);
        Assert.Empty(with.Summary.Alarms);
    }

    [Fact]
    [Trait("Requirement", "SR-107")]
    public void Packets_hold_at_most_0_4_microlitres_at_therapy_rates()
    {
        foreach (double mlPerDay in new[] { 0.1, 1.3, 3 })
        {
            Scenario scenario = ScenarioFile.Parse("test", string.Create(CultureInfo.InvariantCulture,
                $$"""{ "name": "t", "days": 0.1, "steps": [ { "atSeconds": 60, "do": "startTherapy", "rateMlPerDay": {{mlPerDay}} } ] }"""));
            var simulation = new PumpSimulation(new PlantParameters(), scenario, seed: 1);
            double lastNl = 0;
            long lastPacket = 0;
            double largestNl = 0;

            while (simulation.Rig.Clock.NowSeconds < scenario.Days * 86_400)
            {
                simulation.Tick();

                if (simulation.Pump.Status.PacketCount != lastPacket)
                {
                    largestNl = Math.Max(largestNl, simulation.Rig.Fluid.IntoCatheterNl - lastNl);
                    lastNl = simulation.Rig.Fluid.IntoCatheterNl;
                    lastPacket = simulation.Pump.Status.PacketCount;
                }
            }

            Assert.True(lastPacket > 50, $"only {lastPacket} packets at {mlPerDay} mL/day");
            Assert.InRange(largestNl, 50, 400);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_run_and_another_seed_another()
    {
        string Json(int seed)
        {
            Scenario scenario = BuiltInScenarios.Find("occlusion") with { Days = 0.1 };
            var simulation = new PumpSimulation(new PlantParameters(), scenario, seed);
            simulation.RunTo(scenario.Days * 86_400);
            return RunSummary.Of(simulation, scenario.Name, 0, wallSeconds: 0, allocatedBytes: 0).ToJson();
        }

        Assert.Equal(Json(7), Json(7));
        Assert.NotEqual(Json(7), Json(8));
    }
}
