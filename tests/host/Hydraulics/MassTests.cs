using System;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Population;
using Haip.VirtualBoard.Simulation;
using Xunit;

namespace Haip.HostTests.Hydraulics;

/// <summary>What was drawn is where it went, to a billionth.</summary>
[Trait("Category", "Virtual")]
public class MassTests
{
    private const double Tolerance = 1e-9;
    private const double SecondsPerDay = 86_400;

    // Where everything is that ever came through the flow sensor; what was there before counts below nothing.
    private static double ArrivedNl(FluidPath fluid) => fluid.HeldNl + fluid.IntoArteryNl + fluid.LostNl + fluid.SpiltNl;

    private static void Balanced(FluidPath fluid, double atFirstNl, double filledNl)
    {
        double drawnNl = fluid.ThroughSensorNl;

        Assert.Equal(drawnNl, ArrivedNl(fluid) - atFirstNl, drawnNl * Tolerance);
        Assert.Equal(drawnNl, filledNl - fluid.Reservoir.ContentNl, filledNl * Tolerance);
        Assert.Equal(fluid.IntoArteryNl, fluid.DeliveredNl, 2_000.0); // they differ by what the catheter's wall holds at this moment
    }

    [Fact]
    public void A_day_with_everything_on_loses_nothing()
    {
        // Fever, height, air, a hole, a narrow and a lost catheter, leaky and displacing valves, age.
        var fluid = new FluidPath(new PlantParameters
        {
            InletLeakPaSecondsPerM3 = 1e16,
            OutletLeakPaSecondsPerM3 = 1e16,
            ChamberPercentPerDay = 1,
            ChamberBubbleHours = 2,
            ReservoirSealedPercent = 30,
            ValveDisplacementNl = 40,
        });
        fluid.Artery.Irregularity = 0.2;
        double atFirstNl = ArrivedNl(fluid);

        for (int second = 0; second < SecondsPerDay; second++)
        {
            double hours = second / 3_600.0;
            fluid.BodyC = 37 + (3 * Math.Sin(hours));
            fluid.AmbientPa = 101_325 - (15_000 * (1 - Math.Cos(hours)));
            fluid.OcclusionFactor = hours is > 10 and < 12 ? 1e3 : 1;
            fluid.Connected = hours is < 15 or > 16;
            fluid.ChamberLeakNlPerPaSecond = hours > 20 ? 1e-5 : 0;

            if (second % 7_200 == 3_600)
            {
                fluid.Chamber.AddBubble(500);
            }

            fluid.Age(1);
            int phase = second % 13;
            bool inlet = phase < 2;
            bool outlet = phase is > 3 and < 8;
            double h = fluid.StepSeconds(inlet, outlet);

            for (double done = 0; done < 1 - (h / 2); done += h)
            {
                fluid.Advance(h, phase < 3 ? 90 : 0, inlet, outlet); // V1 closes against a pump that still pushes
            }
        }

        Assert.True(fluid.ThroughSensorNl > 500_000 && fluid.LostNl > 1_000 && fluid.SpiltNl > 100, $"{fluid.ThroughSensorNl} {fluid.LostNl} {fluid.SpiltNl}");
        Balanced(fluid, atFirstNl, 30e6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void A_patients_day_loses_nothing(int number)
    {
        Patient patient = PatientPopulation.Draw(number, 1, 1);
        var scenario = new Scenario("a day", "", 1, 1, [],
            Episodes.Together([new ScenarioStep(60_000, ScenarioVerb.StartTherapy, 1.3, 14 * SecondsPerDay, ScenarioPart.None)], patient.Life));
        var simulation = new PumpSimulation(patient.Plant, scenario, 1);
        double atFirstNl = ArrivedNl(simulation.Rig.Fluid) - simulation.Rig.Fluid.ThroughSensorNl; // the parts have started

        simulation.RunTo(SecondsPerDay);

        Assert.True(simulation.Rig.Fluid.ThroughSensorNl > 200_000);
        Balanced(simulation.Rig.Fluid, atFirstNl, patient.Plant.ReservoirFillMl * 1e6);
    }
}
