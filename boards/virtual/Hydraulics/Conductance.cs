namespace Haip.VirtualBoard.Hydraulics;

/// <summary>One over a resistance that seldom changes from one step to the next: it is divided anew only when it has.</summary>
/// <remarks>The same bits as a division, and a day has millions of steps.</remarks>
internal struct Conductance
{
    private double _paSecondsPerNl;
    private double _nlPerPaSecond;

    public double Of(double paSecondsPerNl)
    {
        if (paSecondsPerNl != _paSecondsPerNl)
        {
            _paSecondsPerNl = paSecondsPerNl;
            _nlPerPaSecond = 1 / paSecondsPerNl;
        }

        return _nlPerPaSecond;
    }
}
