using Haip.VirtualBoard.Bus;

namespace Haip.VirtualBoard.Parts;

/// <summary>A sensor that answers as it should and does not measure: its value drifts away, drowns in noise, or stands still.</summary>
public sealed class SensorFault
{
    private readonly VirtualClock _clock;
    private readonly double _sinceSeconds;
    private double _held = double.NaN;

    /// <summary>Begins now.</summary>
    public SensorFault(VirtualClock clock)
    {
        _clock = clock;
        _sinceSeconds = clock.NowSeconds;
    }

    /// <summary>In the unit that the sensor measures.</summary>
    public double DriftPerSecond { get; init; }

    /// <summary>Additional noise, in nominal standard deviations.</summary>
    public double NoiseFactor { get; init; }

    /// <summary>Stays at the first value from here on, noise included: bit for bit the same.</summary>
    public bool Holds { get; init; }

    internal double Apply(double shown, double sigma, Noise noise)
    {
        if (Holds)
        {
            _held = double.IsNaN(_held) ? shown : _held;
            return _held;
        }

        return shown + (DriftPerSecond * (_clock.NowSeconds - _sinceSeconds)) + (NoiseFactor * sigma * noise.Next());
    }
}
