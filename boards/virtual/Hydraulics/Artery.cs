using System;
using Haip.VirtualBoard.Bus;

namespace Haip.VirtualBoard.Hydraulics;

/// <summary>Pressure at the catheter's tip: mean, pulse, breathing and the 0.1 Hz Mayer wave.</summary>
/// <remarks>
/// The pulse is two harmonics, peak to peak 1, with the steep rise of an artery. Waves come from tables: the pressure is asked for
/// a hundred times a simulated second.
/// </remarks>
public sealed class Artery
{
    private const int TableSize = 1024;
    private const double MayerHz = 0.1;

    private static readonly double[] s_pulse = Wave(x => Math.Sin(x) + (0.35 * Math.Sin((2 * x) + 0.6)));
    private static readonly double[] s_sine = Wave(Math.Sin);

    private double _heartPhase;
    private double _breathPhase;
    private double _mayerPhase;
    private double _beatPace = 1;
    private double _beatHeight = 1;
    private double _strainPa;
    private double _strainSeconds;

    public double MeanPa { get; set; }

    public double PulsePa { get; set; }

    public double HeartRateHz { get; set; }

    public double RespirationPa { get; set; }

    public double RespirationHz { get; set; }

    public double MayerWavePa { get; set; }

    /// <summary>How much the beats' intervals and heights differ from one another, as a fraction: 0 is regular, atrial fibrillation about 0.2 to 0.3.</summary>
    public double Irregularity { get; set; }

    /// <summary>Draws the irregular beats.</summary>
    public Noise Noise { get; set; } = new(1);

    /// <summary>Pressure at this moment, over the air around the patient.</summary>
    public double NowPa { get; private set; }

    public void Advance(double seconds)
    {
        _heartPhase += HeartRateHz * _beatPace * seconds;

        if (_heartPhase >= 1)
        {
            _heartPhase -= Math.Floor(_heartPhase);
            BeginBeat();
        }

        _breathPhase = Turn(_breathPhase, RespirationHz * seconds);
        _mayerPhase = Turn(_mayerPhase, MayerHz * seconds);

        NowPa = MeanPa
            + (PulsePa * _beatHeight * s_pulse[Place(_heartPhase)])
            + (RespirationPa * s_sine[Place(_breathPhase)])
            + (MayerWavePa * s_sine[Place(_mayerPhase)]);

        if (_strainSeconds > 0)
        {
            _strainSeconds -= seconds;
            NowPa += _strainPa;
        }
    }

    /// <summary>A cough, or straining: so much more for so long.</summary>
    public void Strain(double pa, double seconds)
    {
        _strainPa = pa;
        _strainSeconds = seconds;
    }

    // A long interval fills the heart and makes the next pulse high, so both come from the same draw.
    private void BeginBeat()
    {
        double longer = Irregularity == 0 ? 0 : Irregularity * Noise.Next();
        _beatPace = 1 / Math.Max(0.3, 1 + longer);
        _beatHeight = Math.Max(0.2, 1 + longer);
    }

    // A phase is from 0 to below 1: what a cast does about other numbers would cost more than the look-up.
    private static int Place(double phase) => double.ConvertToIntegerNative<int>(phase * TableSize);

    private static double Turn(double phase, double by)
    {
        phase += by;
        return phase < 1 ? phase : phase - Math.Floor(phase);
    }

    // One period, mean 0, peak to peak 1.
    private static double[] Wave(Func<double, double> shape)
    {
        var table = new double[TableSize];
        double lowest = double.MaxValue;
        double highest = double.MinValue;

        for (int i = 0; i < TableSize; i++)
        {
            table[i] = shape(2 * Math.PI * (i + 0.5) / TableSize);
            lowest = Math.Min(lowest, table[i]);
            highest = Math.Max(highest, table[i]);
        }

        for (int i = 0; i < TableSize; i++)
        {
            table[i] /= highest - lowest;
        }

        return table;
    }
}
