using System.Globalization;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>What a figure has to be.</summary>
/// <param name="Asked">Something was run for it: what nobody ran is neither met nor missed.</param>
/// <param name="Value">Null when there is none, because an alarm never came: that meets no bound.</param>
/// <param name="Bound">The most that is allowed.</param>
/// <param name="Format">Of both numbers.</param>
/// <param name="Limit">What physics leaves to a pump of this kind, where that is near the bound or beyond it; else empty.</param>
public sealed record Target(string Name, bool Asked, double? Value, double Bound, string Unit, string Format = "0.00", string Limit = "")
{
    public bool Met => Value <= Bound;

    internal string ValueText => Value is double value ? Text(value) : "none";

    internal string BoundText => "at most " + Text(Bound);

    private string Text(double number) => $"{number.ToString(Format, CultureInfo.InvariantCulture)}{(Unit.Length == 0 ? "" : " " + Unit)}";
}
