using System;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Population;

/// <summary>How a number differs from patient to patient: what is drawn, and what the documentation says about it.</summary>
public sealed class Distribution
{
    private readonly Func<Noise, double> _draw;

    private Distribution(string text, double least, double most, Func<Noise, double> draw)
    {
        Text = text;
        Least = least;
        Most = most;
        _draw = draw;
    }

    /// <summary>For people, without the unit.</summary>
    public string Text { get; }

    /// <summary>No patient has less.</summary>
    public double Least { get; }

    /// <summary>No patient has more.</summary>
    public double Most { get; }

    /// <summary>Everything between the two is as likely.</summary>
    public static Distribution Even(double least, double most) =>
        new($"even, {NumberText.Range(least, most, "")}", least, most, chance => least + ((most - least) * chance.NextUniform()));

    /// <summary>Every factor is as likely: as many between 1 and 10 as between 10 and 100.</summary>
    public static Distribution EvenInFactors(double least, double most) =>
        new($"even in its logarithm, {NumberText.Range(least, most, "")}", least, most, chance => least * Math.Pow(most / least, chance.NextUniform()));

    /// <summary>The bell, cut off: parts beyond the limits do not pass their maker's test, patients beyond them get no pump.</summary>
    public static Distribution Normal(double mean, double sigma, double least, double most) =>
        new($"normal, {NumberText.Of(mean)} with sigma {NumberText.Of(sigma)}, {NumberText.Range(least, most, "")}", least, most, chance => Within(chance, mean, sigma, least, most));

    /// <summary>A share of the patients is of another kind than the rest.</summary>
    /// <param name="share">From 0 to 1.</param>
    public static Distribution Mixed(double share, Distribution some, Distribution others) =>
        new($"{NumberText.Of(100 * share)} %: {some.Text}; others: {others.Text}",
            Math.Min(some.Least, others.Least),
            Math.Max(some.Most, others.Most),
            chance => chance.NextUniform() < share ? some.Draw(chance) : others.Draw(chance));

    /// <summary>All have the same.</summary>
    public static Distribution Always(double value) => new(NumberText.Of(value), value, value, _ => value);

    public double Draw(Noise chance) => _draw(chance);

    private static double Within(Noise chance, double mean, double sigma, double least, double most)
    {
        while (true)
        {
            double value = mean + (sigma * chance.Next());

            if (value >= least && value <= most)
            {
                return value;
            }
        }
    }
}
