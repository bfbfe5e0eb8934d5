namespace Haip.VirtualBoard.Bus;

/// <summary>Time on the virtual board. It moves only when the simulation moves it.</summary>
public sealed class VirtualClock
{
    /// <summary>Microseconds since power-up.</summary>
    public long NowUs { get; private set; }

    public long NowMs => NowUs / 1000;

    public double NowSeconds => NowUs * 1e-6;

    public void Advance(long durationUs) => NowUs += durationUs;
}
