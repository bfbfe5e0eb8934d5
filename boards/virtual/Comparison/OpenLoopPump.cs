using System;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Comparison;

/// <summary>The same mp6 without chamber, restrictor and sensors: its strokes are counted, and each is taken for what it held when the pump was new.</summary>
/// <remarks>
/// It was weighed at 37 C, a freshly filled reservoir, an artery of 12.4 kPa and an aqueous drug, so that parts that differ are
/// forgiven. What artery, drug, supply and wear change from there on is not seen. Between doses its valve is tight.
/// </remarks>
public sealed class OpenLoopPump : IComparisonPump
{
    private const double DriveVolts = 150;
    private const double FactoryC = 37;
    private const double FactoryArteryPa = 12_400;
    private const double NlPerMl = 1e6;
    private const double NlPerM3 = 1e12;
    private const double SecondsPerDay = 86_400;

    private static readonly double s_factoryViscosity = new PlantParameters().RelativeViscosity;

    private readonly Reservoir _reservoir;
    private readonly double _duty;

    /// <param name="plant">Of the pump and its reservoir.</param>
    /// <param name="mlPerDay">What it is set to.</param>
    /// <param name="errorPercent">By how much its strokes are larger than was found.</param>
    public OpenLoopPump(PlantParameters plant, double mlPerDay, double errorPercent = 0)
    {
        _reservoir = new Reservoir(plant);
        var pump = new MicroPump(plant);
        pump.Feel(FactoryC, s_factoryViscosity);
        double catheter = plant.CatheterPaSecondsPerM3 / NlPerM3 * s_factoryViscosity;
        double nlPerSecond = FlowNlPerSecond(pump, FactoryArteryPa, catheter);
        _duty = mlPerDay * NlPerMl / SecondsPerDay / nlPerSecond * (1 + (errorPercent / 100));
    }

    public string Name => "open loop, strokes counted";

    public double DeliveredNl { get; private set; }

    public void Advance(double seconds, FluidPath conditions)
    {
        _reservoir.AmbientPa = conditions.AmbientPa;
        double volumeNl = _duty * seconds * FlowNlPerSecond(conditions.Pump, conditions.MeanEndPa, conditions.CatheterPaSecondsPerNl);
        DeliveredNl += volumeNl;
        _reservoir.Draw(volumeNl);
    }

    // Check valves let nothing back while it strokes.
    private double FlowNlPerSecond(MicroPump pump, double endPa, double catheterPaSecondsPerNl)
    {
        (double pushPa, double innerPaSecondsPerNl) = pump.Push(DriveVolts);
        return Math.Max(0, _reservoir.GaugePa + pushPa - endPa) / (innerPaSecondsPerNl + catheterPaSecondsPerNl);
    }
}
