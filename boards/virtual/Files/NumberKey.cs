using System;

namespace Haip.VirtualBoard.Files;

/// <summary>One number of an input file: where it stands, what it means, what it may be, and which property it fills.</summary>
/// <param name="Path">Group and key, "catheter.nlPerKPa". The unit is part of the name.</param>
/// <param name="Unit">As printed behind a value.</param>
/// <param name="Min">Smallest value accepted, included.</param>
/// <param name="Max">Largest value accepted, included.</param>
/// <param name="Meaning">For a reader who knows pumps but not this program.</param>
/// <param name="Source">Where the nominal value and the range come from; "assumed" when from nowhere better.</param>
public sealed record NumberKey<T>(
    string Path, string Unit, double Min, double Max, string Meaning, string Source, Func<T, double> Get, Action<T, double> Set)
{
    /// <summary>The part of the path before the dot.</summary>
    public string Group => Path[..Path.IndexOf('.')];
}
