using System;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Population;
using Xunit;

namespace Haip.HostTests.Hydraulics;

/// <summary>The hydraulic model against solutions that can be written down.</summary>
[Trait("Category", "Virtual")]
public class FluidPathTests
{
    private const double NlPerM3 = 1e12;

    // A body without any wave, and a valve that is open or shut at once and displaces nothing.
    private static PlantParameters Still() => new()
    {
        ArteryPulsePa = 0,
        RespirationPa = 0,
        MayerWavePa = 0,
        RelativeViscosity = 1,
        ValveTravelMs = 1,
        ValveDisplacementNl = 0,
        OutletLeakPaSecondsPerM3 = 1e21,
        InletLeakPaSecondsPerM3 = 1e21,
    };

    private static void Run(FluidPath fluid, double seconds, double volts, bool inlet, bool outlet)
    {
        double h = fluid.StepSeconds(inlet, outlet);
        long steps = (long)Math.Round(seconds / h);

        for (long i = 0; i < steps; i++)
        {
            fluid.Advance(h, volts, inlet, outlet);
        }
    }

    // How far the chamber is above the artery after so many seconds, as a share of where it began.
    private static double Decay(double seconds, double stepShare)
    {
        PlantParameters plant = Still();
        plant.CatheterPaSecondsPerM3 = 1e9;
        var fluid = new FluidPath(plant) { StepShare = stepShare };
        fluid.Chamber.Set(plant.ArteryMeanPa + 4_000);
        Run(fluid, seconds, 0, inlet: false, outlet: true);
        return (fluid.ChamberPa - plant.ArteryMeanPa) / 4_000;
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_chamber_empties_through_its_restrictor_as_e_to_the_minus_t_over_RC(double seconds)
    {
        double tau = (1e13 + 1e11 + 1e9) / NlPerM3 * 0.1;
        double exact = Math.Exp(-seconds / tau);
        double whole = Decay(seconds, 1);
        double half = Decay(seconds, 0.5);

        // The trapezoidal rule: a twelfth of the square of step over time constant, a quarter of that with half steps, and both together say what none would.
        Assert.Equal(exact, whole, exact * 6e-5 * seconds / tau);
        Assert.Equal(exact, half, exact * 1.6e-5 * seconds / tau);
        Assert.Equal(exact, ((4 * half) - whole) / 3, exact * 1e-5);
    }

    [Theory]
    [InlineData(37)]
    [InlineData(20)]
    [InlineData(41)]
    public void A_steady_flow_is_drive_over_resistance_at_every_temperature(double celsius)
    {
        PlantParameters plant = Still();
        plant.BodyC = celsius;
        plant.PumpViscousPercent = 100;
        plant.PumpPercentPerC = 0;
        plant.ReservoirPaPerMl = 0;
        var fluid = new FluidPath(plant);
        Run(fluid, 60, volts: 150, inlet: true, outlet: true);

        double before = fluid.IntoArteryNl;
        Run(fluid, 1, volts: 150, inlet: true, outlet: true);

        double inner = 180.0 * 150 / (380.0 * (150 - 12));
        double ohms = (inner + 0.1 + 0.1 + 10 + 0.087) * Water.ViscosityPaSeconds(celsius) / Water.ViscosityPaSeconds(37);
        Assert.Equal((3_000 + (180 * 150) - 12_400) / ohms, fluid.IntoArteryNl - before, 1e-6);
    }

    [Fact]
    public void A_catheter_resists_as_Poiseuille_says()
    {
        // 0.6 mm bore, 400 mm, water at 37 C: 8.7e10 Pa s/m3, and 1.3 Pa at 1.3 mL/day.
        var draft = new PatientDraft { CatheterBoreMm = 0.6, CatheterLengthMm = 400 };
        draft.Conclude();
        Assert.Equal(8.7e10, draft.Plant.CatheterPaSecondsPerM3, 1e9);

        PlantParameters plant = Still();
        plant.CatheterPaSecondsPerM3 = draft.Plant.CatheterPaSecondsPerM3;
        var fluid = new FluidPath(plant);
        double atEndPa = 1.3e-6 / 86_400 * plant.CatheterPaSecondsPerM3;
        Assert.Equal(1.3, atEndPa, 0.02);

        fluid.Chamber.Set(plant.ArteryMeanPa + 5_000);
        Run(fluid, 0.5, 0, inlet: false, outlet: true);
        double before = fluid.IntoArteryNl;
        fluid.Advance(1e-4, 0, openInlet: false, openOutlet: true);
        double nlPerSecond = (fluid.IntoArteryNl - before) / 1e-4;
        Assert.Equal(nlPerSecond * plant.CatheterPaSecondsPerM3 / NlPerM3, fluid.CatheterPa - plant.ArteryMeanPa, 1e-6);
    }

    [Fact]
    public void Behind_an_occlusion_the_pressure_is_volume_over_both_compliances()
    {
        PlantParameters plant = Still();
        plant.CatheterPaSecondsPerM3 = 1e18;
        var fluid = new FluidPath(plant);
        fluid.Chamber.Set(plant.ArteryMeanPa + 8_800);

        // 100 nL/kPa share 880 nL with 120.
        Run(fluid, 60, 0, inlet: false, outlet: true);

        Assert.Equal(plant.ArteryMeanPa + 4_000, fluid.ChamberPa, 5.0);
        Assert.Equal(plant.ArteryMeanPa + 4_000, fluid.CatheterPa, 5.0);
    }

    [Theory]
    [InlineData(1, 1.00)]
    [InlineData(10, 0.79)]
    [InlineData(30, 0.39)]
    [InlineData(100, 0.13)]
    public void The_pulse_comes_through_a_catheter_as_through_a_low_pass(double narrower, double gain)
    {
        PlantParameters plant = Still();
        plant.RespirationPa = 4_000; // a sine, at the heart's frequency
        plant.RespirationHz = 1.2;
        var fluid = new FluidPath(plant) { OcclusionFactor = narrower, StepShare = 0.25 };
        double exact = 1 / Math.Sqrt(1 + Math.Pow(2 * Math.PI * 1.2 * 0.087 * narrower * 0.12, 2));
        Run(fluid, 20, 0, inlet: false, outlet: false);
        double lowest = double.MaxValue;
        double highest = double.MinValue;

        for (int i = 0; i < 400; i++)
        {
            fluid.Advance(0.005, 0, openInlet: false, openOutlet: false);
            lowest = Math.Min(lowest, fluid.CatheterPa);
            highest = Math.Max(highest, fluid.CatheterPa);
        }

        Assert.Equal(exact, (highest - lowest) / 4_000, 0.01);
        Assert.Equal(gain, (highest - lowest) / 4_000, 0.012);
    }

    [Fact]
    public void A_shut_reservoir_keeps_the_pressure_of_the_day_it_was_filled()
    {
        var open = new FluidPath(new PlantParameters());
        var half = new FluidPath(new PlantParameters { ReservoirSealedPercent = 50 });

        open.AmbientPa -= 10_000;
        half.AmbientPa -= 10_000;

        Assert.Equal(3_000, open.Reservoir.GaugePa, 1e-6);
        Assert.Equal(8_000, half.Reservoir.GaugePa, 1e-6);

        half.Reservoir.Set(30); // filled up there
        Assert.Equal(3_000, half.Reservoir.GaugePa, 1e-6);
    }
}
