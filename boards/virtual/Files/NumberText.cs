using System;
using System.Globalization;

namespace Haip.VirtualBoard.Files;

/// <summary>Numbers as people write them in JSON: 12400, 0.25, 8.7e10.</summary>
internal static class NumberText
{
    private const double LargestPlain = 1e6;
    private const double SmallestPlain = 1e-3;

    public static string Of(double value)
    {
        double size = Math.Abs(value);
        string format = size is 0 or (>= SmallestPlain and < LargestPlain) ? "0.######" : "0.######e0";
        return value.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>"1 to 400 nL/kPa".</summary>
    public static string Range(double min, double max, string unit) => WithUnit($"{Of(min)} to {Of(max)}", unit);

    public static string WithUnit(string number, string unit) => unit.Length == 0 ? number : $"{number} {unit}";
}
