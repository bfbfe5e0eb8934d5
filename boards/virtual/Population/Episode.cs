namespace Haip.VirtualBoard.Population;

/// <summary>One fever, one flight, one cough: when, how large, and how long.</summary>
/// <param name="Size">In the unit of its row.</param>
public readonly record struct Episode(double AtSeconds, double Size, double RiseSeconds, double HoldSeconds, double FallSeconds)
{
    public double EndSeconds => AtSeconds + RiseSeconds + HoldSeconds + FallSeconds;

    /// <summary>Lets it happen to a number: up by so much, and back.</summary>
    public void On(Track track, double by) => track.Add(AtSeconds, by, RiseSeconds, HoldSeconds, FallSeconds);
}
