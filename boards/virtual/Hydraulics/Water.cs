using System;

namespace Haip.VirtualBoard.Hydraulics;

/// <summary>Viscosity of water between 0 and 100 C (Cheng, Ind. Eng. Chem. Res. 2008, 47, 3285, equation 21).</summary>
public static class Water
{
    private static readonly double s_at37CPaSeconds = ViscosityPaSeconds(37);

    public static double ViscosityPaSeconds(double celsius) =>
        1.790e-3 * Math.Exp((-1230 - celsius) * celsius / (36100 + (360 * celsius)));

    /// <summary>Against water at 37 C, for which the plant's resistances are given.</summary>
    public static double RelativeTo37C(double celsius) => ViscosityPaSeconds(celsius) / s_at37CPaSeconds;
}
