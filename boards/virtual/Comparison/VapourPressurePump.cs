using System;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Comparison;

/// <summary>The constant-flow pump that hepatic arteries have been infused with since the 1970s: a propellant presses the drug through a capillary.</summary>
/// <remarks>
/// Flow = (vapour pressure + bellows - air - artery) / capillary. The capillary is cut in the factory for 37 C, sea level, an
/// artery of 12.4 kPa, a half-full reservoir and an aqueous drug. Nothing measures or corrects.
/// </remarks>
public sealed class VapourPressurePump : IComparisonPump
{
    private const double FactoryC = 37;
    private const double FactoryAirPa = 101_325;
    private const double FactoryArteryPa = 12_400;
    private const double ReservoirNl = 30e6;
    private const double ResidualNl = 2e6;
    private const double BellowsShare = 0.04; // of the drive, from full to empty: "a few percent" (general knowledge)
    private const double NlPerMl = 1e6;
    private const double SecondsPerDay = 86_400;

    private static readonly double s_factoryViscosity = new PlantParameters().RelativeViscosity;

    private readonly Propellant _propellant;
    private readonly double _paSecondsPerNl;
    private readonly double _bellowsPaPerNl;
    private double _contentNl = ReservoirNl;

    /// <param name="mlPerDay">What the factory aimed at.</param>
    /// <param name="errorPercent">By how much it missed, positive too fast.</param>
    public VapourPressurePump(Propellant propellant, double mlPerDay, double errorPercent = 0)
    {
        _propellant = propellant;
        double drivePa = propellant.Pa(FactoryC) - FactoryAirPa - FactoryArteryPa;
        double nlPerSecond = mlPerDay * NlPerMl / SecondsPerDay * (1 + (errorPercent / 100));
        _paSecondsPerNl = drivePa / nlPerSecond / s_factoryViscosity;
        _bellowsPaPerNl = BellowsShare * drivePa / ReservoirNl;
    }

    public string Name => $"constant flow, {_propellant.Name}";

    public double DeliveredNl => ReservoirNl - _contentNl;

    /// <remarks>The artery's mean counts: a pump that answers pressures evenly averages its pulse.</remarks>
    public void Advance(double seconds, FluidPath conditions)
    {
        double bellowsPa = _bellowsPaPerNl * (_contentNl - (ReservoirNl / 2));
        double drivePa = _propellant.Pa(conditions.BodyC) + bellowsPa - conditions.AmbientPa - conditions.MeanEndPa;
        double nlPerSecond = drivePa / ((_paSecondsPerNl * conditions.Viscosity) + conditions.CatheterPaSecondsPerNl);
        _contentNl = Math.Max(ResidualNl, _contentNl - (nlPerSecond * seconds));
    }
}
