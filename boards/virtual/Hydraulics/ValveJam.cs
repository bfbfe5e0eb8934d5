namespace Haip.VirtualBoard.Hydraulics;

/// <summary>A valve that no longer obeys.</summary>
public enum ValveJam
{
    None,

    /// <summary>Travels open and stays there, driven or not.</summary>
    Open,

    /// <summary>Travels shut and stays there.</summary>
    Closed,
}
