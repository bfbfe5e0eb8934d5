using Haip.VirtualBoard.Bus;

namespace Haip.VirtualBoard.Parts;

/// <summary>How one sensor differs from the truth: gain, offset and noise, in the unit that it measures.</summary>
public sealed class SensorError
{
    private readonly Noise _noise;

    public SensorError(Noise noise) => _noise = noise;

    /// <summary>1 is perfect.</summary>
    public double Gain { get; set; } = 1;

    public double Offset { get; set; }

    /// <summary>Standard deviation of one sample.</summary>
    public double Sigma { get; set; }

    /// <summary>What is broken besides; null in a sensor that works.</summary>
    public SensorFault? Fault { get; set; }

    public double Apply(double truth)
    {
        double shown = (truth * Gain) + Offset + (Sigma == 0 ? 0 : Sigma * _noise.Next());
        return Fault is null ? shown : Fault.Apply(shown, Sigma, _noise);
    }
}
