using System;

namespace Haip.VirtualBoard.Population;

/// <summary>One number in which patients differ.</summary>
/// <param name="Name">Group and key; a key of the plant file where there is one. Its random numbers hang on it, so that a new row leaves the others as they were.</param>
/// <param name="Source">Where the distribution comes from; "assumed" when from nowhere better.</param>
/// <param name="Meaning">For a reader who knows patients but not this program.</param>
public sealed record PopulationRow(string Name, string Unit, Distribution Spread, string Source, string Meaning, Action<PatientDraft, double> Set)
{
    /// <summary>The part of the name before the dot.</summary>
    public string Group => Name[..Name.IndexOf('.')];
}
