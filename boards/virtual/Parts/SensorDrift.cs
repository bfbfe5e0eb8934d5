using System;
using Haip.VirtualBoard.Bus;

namespace Haip.VirtualBoard.Parts;

/// <summary>How the error of a sensor that works moves with warmth and time.</summary>
public sealed class SensorDrift
{
    private const double SecondsPerDay = 86_400;
    private const double NominalC = 37; // pumps are calibrated there

    private readonly SensorError _error;
    private readonly Noise _noise;
    private readonly double _gain;
    private readonly double _offset;
    private double _walked;

    /// <param name="error">As it is at 37 C on the first day.</param>
    /// <param name="noise">Of the random walk.</param>
    public SensorDrift(SensorError error, Noise noise)
    {
        _error = error;
        _noise = noise;
        _gain = error.Gain;
        _offset = error.Offset;
    }

    /// <summary>As a share of the gain.</summary>
    public double GainPerC { get; init; }

    /// <summary>As a share of the gain.</summary>
    public double GainPerDay { get; init; }

    public double OffsetPerC { get; init; }

    /// <summary>Standard deviation of the random walk after a day.</summary>
    public double WalkPerRootDay { get; init; }

    /// <param name="seconds">Since it was last called.</param>
    /// <param name="days">Since the first day.</param>
    public void Age(double seconds, double days, double bodyC)
    {
        double warmerC = bodyC - NominalC;
        _walked += WalkPerRootDay == 0 ? 0 : WalkPerRootDay * Math.Sqrt(seconds / SecondsPerDay) * _noise.Next();
        _error.Gain = _gain * (1 + (GainPerC * warmerC) + (GainPerDay * days));
        _error.Offset = _offset + (OffsetPerC * warmerC) + _walked;
    }
}
