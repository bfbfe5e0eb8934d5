namespace Haip.VirtualBoard.Comparison;

/// <summary>How one pump of another kind differs from a nominal one of that kind.</summary>
public sealed class ComparisonErrors
{
    /// <summary>A vapour-pressure pump was made too fast by so much.</summary>
    public double VapourErrorPercent { get; set; }

    /// <summary>The strokes of an open-loop pump are larger by so much than was found when it was new.</summary>
    public double StrokeErrorPercent { get; set; }
}
