using System;
using System.Collections.Generic;

namespace Haip.VirtualBoard.Comparison;

/// <summary>A liquid whose vapour presses on a reservoir. Antoine's equation: log10 p = A - B / (T + C), in kPa and K.</summary>
/// <param name="Source">Of the constants.</param>
public sealed record Propellant(string Name, double A, double B, double C, string Source)
{
    private const double KelvinAt0C = 273.15;
    private const double PaPerKPa = 1_000;

    // Clausius and Clapeyron are Antoine's equation with C = 0: through the boiling point, with B from the heat of vaporisation.
    public static Propellant R11 { get; } = new("R-11", 6.38704, 1300.63, 0,
        "Boils at 296.86 K at 101.325 kPa; heat of vaporisation 24.9 kJ/mol (general knowledge). Clausius-Clapeyron.");

    public static Propellant Butane { get; } = new("n-butane", 6.35576, 1175.581, -2.071, "Das, Reed and Eubank 1973, in the NIST Chemistry WebBook.");

    public static Propellant Isobutane { get; } = new("isobutane", 6.3281, 1132.108, 0.918, "Das, Reed and Eubank 1973, in the NIST Chemistry WebBook.");

    public static Propellant Isopentane { get; } = new("isopentane", 5.90935, 1018.516, -40.081, "Stull 1947, to 301 K, in the NIST Chemistry WebBook; used to 314 K.");

    public static IReadOnlyList<Propellant> All { get; } = [R11, Butane, Isobutane, Isopentane];

    /// <summary>Vapour pressure, absolute.</summary>
    public double Pa(double celsius) => PaPerKPa * Math.Pow(10, A - (B / (celsius + KelvinAt0C + C)));
}
