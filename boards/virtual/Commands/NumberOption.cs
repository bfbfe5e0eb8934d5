using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Commands;

/// <summary>Options that take a number within a range. Whatever else is given is answered with one line.</summary>
internal static class NumberOption
{
    /// <summary>Null when it is not given.</summary>
    public static Option<double?> Create(string name, string letter, double min, double max, string unit, string description) => new(name)
    {
        Description = $"{description} ({NumberText.Range(min, max, unit)})",
        HelpName = letter,
        CustomParser = result => Number(result, name, min, max, unit),
    };

    /// <summary>Null when it is not given.</summary>
    public static Option<int?> CreateWhole(string name, string letter, int min, int max, string description) => new(name)
    {
        Description = $"{description} ({NumberText.Range(min, max, "")})",
        HelpName = letter,
        CustomParser = result => WholeNumber(result, name, min, max),
    };

    private static double? Number(ArgumentResult result, string name, double min, double max, string unit)
    {
        string text = result.Tokens[0].Value;

        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || double.IsNaN(value))
        {
            result.AddError($"{name}: \"{text}\" is not a number; allowed {NumberText.Range(min, max, unit)}");
            return null;
        }

        if (value < min || value > max)
        {
            result.AddError($"{name}: {text} is {(value < min ? "below" : "above")} what is allowed, {NumberText.Range(min, max, unit)}");
            return null;
        }

        return value;
    }

    private static int? WholeNumber(ArgumentResult result, string name, int min, int max)
    {
        if (Number(result, name, min, max, "") is not double value)
        {
            return null;
        }

        if (value != (int)value)
        {
            result.AddError($"{name}: {result.Tokens[0].Value} is not a whole number");
            return null;
        }

        return (int)value;
    }
}
