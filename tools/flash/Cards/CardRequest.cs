namespace Haip.Flash.Cards;

/// <summary>What a person asked for, as typed; null is "not said".</summary>
public sealed record CardRequest
{
    public string Serial { get; init; } = "";
    public int Key { get; init; }
    public string? Out { get; init; }
    public string? Port { get; init; }

    /// <summary>A page that is there already may be replaced.</summary>
    public bool Overwrite { get; init; }
}
