using System;
using System.Linq;
using Haip.VirtualBoard.Comparison;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Population;
using Xunit;

namespace Haip.HostTests.Comparison;

/// <summary>The other pumps do what physics says they do.</summary>
[Trait("Category", "Virtual")]
public class ComparisonPumpTests
{
    private const double MlPerDay = 1.3;
    private const double NlPerDay = 1.3e6;

    // A pump's flow in percent of nominal, in conditions that stay as they are for a minute.
    private static double PercentOf(IComparisonPump pump, Action<FluidPath> change)
    {
        var conditions = new FluidPath(new PlantParameters());
        change(conditions);
        double before = pump.DeliveredNl;
        pump.Advance(60, conditions);
        return 100 * (pump.DeliveredNl - before) / (NlPerDay / 1440);
    }

    private static VapourPressurePump Vapour(string propellant) => new(Propellant.All.Single(p => p.Name == propellant), MlPerDay);

    [Theory]
    [InlineData("R-11", 156)]
    [InlineData("n-butane", 347)]
    [InlineData("isobutane", 488)]
    [InlineData("isopentane", 137)]
    public void A_propellant_has_its_pressure_at_body_temperature(string name, double kPa) =>
        Assert.Equal(kPa, Propellant.All.Single(p => p.Name == name).Pa(37) / 1000, 1.0);

    [Theory]
    [InlineData("R-11", 13.4, 8.5, 3.2)]
    [InlineData("n-butane", 6.1, 1.5, 0.6)]
    [InlineData("isobutane", 5.4, 1.0, 0.4)]
    [InlineData("isopentane", 20.6, 15.1, 5.6)]
    public void A_vapour_pressure_pump_follows_warmth_height_and_artery_as_published(string name, double percentPerC, double percentPer1000Feet, double percentPer10MmHg)
    {
        double bellows = PercentOf(Vapour(name), _ => { }); // a full reservoir: 2 % more than a half-full one
        double warmer = PercentOf(Vapour(name), c => c.BodyC = 37.5) - PercentOf(Vapour(name), c => c.BodyC = 36.5);
        double higher = PercentOf(Vapour(name), c => c.AmbientPa -= 3_600) - bellows;
        double artery = bellows - PercentOf(Vapour(name), c => c.Artery.MeanPa += 1_333);

        Assert.Equal(102, bellows, 0.1);
        Assert.Equal(percentPerC, warmer, 0.5);
        Assert.Equal(percentPer1000Feet, higher, 0.2);
        Assert.Equal(percentPer10MmHg, artery, 0.1);
    }

    [Fact]
    public void A_vapour_pressure_pump_halves_its_flow_when_the_drug_is_twice_as_thick_and_falls_with_its_bellows()
    {
        var pump = Vapour("n-butane");
        double thin = PercentOf(pump, _ => { });
        var thick = new FluidPath(new PlantParameters { RelativeViscosity = 2.06 });
        double before = pump.DeliveredNl;
        pump.Advance(60, thick);
        Assert.Equal(thin / 2, 100 * (pump.DeliveredNl - before) / (NlPerDay / 1440), 0.01);

        pump.Advance(10 * 86_400, new FluidPath(new PlantParameters()));
        Assert.Equal(thin - (4 * 13.0 / 30), PercentOf(pump, _ => { }), 0.1);

        pump.Advance(100 * 86_400, new FluidPath(new PlantParameters()));
        Assert.Equal(28e6, pump.DeliveredNl, 1.0); // and is empty
    }

    [Fact]
    public void An_open_loop_pump_follows_artery_drug_and_wear()
    {
        double Flow(Action<FluidPath> change) => PercentOf(new OpenLoopPump(new PlantParameters(), MlPerDay), change);

        Assert.Equal(100, Flow(_ => { }), 0.1);

        // Stall at 27 kPa and 3 kPa from the reservoir leave 17.6 against an artery of 12.4 kPa: 5.7 % a kPa.
        Assert.Equal(100 - (100 / 17.6), Flow(c => c.Artery.MeanPa += 1_000), 0.1);
        Assert.Equal(100 * 4.1 / 17.6, Flow(c => c.Pump.Strength = 0.5), 0.1);
        Assert.InRange(Flow(c => c.BodyC = 40), 101, 108);
        Assert.InRange(PercentOf(new OpenLoopPump(new PlantParameters(), MlPerDay, 2), _ => { }), 101.9, 102.1);
        Assert.Equal(0, Flow(c => c.Pump.Strength = 0), 0.001);
        Assert.InRange(Flow(c => c.OcclusionFactor = 1e6), 0, 0.01);
    }

    [Fact]
    public void A_patient_could_have_been_given_three_other_pumps()
    {
        Patient patient = PatientPopulation.Draw(3, 1, 1);

        Assert.Equal(
            ["constant flow, R-11", "constant flow, n-butane", "open loop, strokes counted"],
            ComparisonPumps.Of(patient, MlPerDay).Select(pump => pump.Name));
        Assert.NotEqual(0, patient.Comparison.VapourErrorPercent);
        Assert.NotEqual(0, patient.Comparison.StrokeErrorPercent);
    }
}
