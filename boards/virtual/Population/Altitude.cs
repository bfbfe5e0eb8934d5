using System;

namespace Haip.VirtualBoard.Population;

/// <summary>Air pressure and height, after the International Standard Atmosphere (ISO 2533).</summary>
public static class Altitude
{
    private const double SeaLevelPa = 101_325;
    private const double PerMetre = 2.25577e-5;
    private const double Exponent = 5.25588;

    /// <param name="metres">Above sea level, below 11 km.</param>
    public static double Pa(double metres) => SeaLevelPa * Math.Pow(1 - (PerMetre * metres), Exponent);
}
