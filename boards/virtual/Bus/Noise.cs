using System;

namespace Haip.VirtualBoard.Bus;

/// <summary>Repeatable normal noise: the same seed gives the same numbers on every machine.</summary>
public sealed class Noise
{
    private const int TableBits = 12;

    // Quantiles of the normal distribution: one table look-up a sample, and no sample beyond 3.7 sigma.
    private static readonly double[] s_quantiles = Quantiles();

    private ulong _state;

    public Noise(ulong seed) => _state = (seed * 0x9E3779B97F4A7C15UL) | 1;

    /// <summary>One sample of mean 0 and standard deviation 1.</summary>
    public double Next() => s_quantiles[NextBits() >> (64 - TableBits)];

    /// <summary>One sample, evenly spread from 0 to below 1.</summary>
    public double NextUniform() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    // xorshift64*, Vigna 2016.
    private ulong NextBits()
    {
        _state ^= _state >> 12;
        _state ^= _state << 25;
        _state ^= _state >> 27;
        return _state * 0x2545F4914F6CDD1DUL;
    }

    private static double[] Quantiles()
    {
        var table = new double[1 << TableBits];

        for (int i = 0; i < table.Length; i++)
        {
            table[i] = InverseNormal((i + 0.5) / table.Length);
        }

        return table;
    }

    // Bisection on the error-function series would do; this is the rational form of Acklam 2003, relative error below 1.2e-9.
    private static double InverseNormal(double p)
    {
        if (p > 0.5)
        {
            return -InverseNormal(1 - p);
        }

        if (p < 0.02425)
        {
            double q = Math.Sqrt(-2 * Math.Log(p));
            return (((((((((-7.784894002430293e-03 * q) - 3.223964580411365e-01) * q) - 2.400758277161838) * q) - 2.549732539343734) * q) + 4.374664141464968) * q + 2.938163982698783)
                / (((((((7.784695709041462e-03 * q) + 3.224671290700398e-01) * q) + 2.445134137142996) * q) + 3.754408661907416) * q + 1);
        }

        double c = p - 0.5;
        double r = c * c;
        return (((((((((-3.969683028665376e+01 * r) + 2.209460984245205e+02) * r) - 2.759285104469687e+02) * r) + 1.383577518672690e+02) * r) - 3.066479806614716e+01) * r + 2.506628277459239) * c
            / ((((((((((-5.447609879822406e+01 * r) + 1.615858368580409e+02) * r) - 1.556989798598866e+02) * r) + 6.680131188771972e+01) * r) - 1.328068155288572e+01) * r) + 1);
    }
}
