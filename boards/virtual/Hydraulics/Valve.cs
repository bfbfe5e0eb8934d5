using System;

namespace Haip.VirtualBoard.Hydraulics;

/// <summary>A normally closed valve: takes time to travel, leaks a little when shut, and displaces volume as it moves.</summary>
public sealed class Valve
{
    private readonly double _travelSeconds;
    private readonly double _openPaSecondsPerNl;
    private double _leakNlPerPaSecond;

    public Valve(double travelSeconds, double openPaSecondsPerNl, double leakPaSecondsPerNl)
    {
        _travelSeconds = travelSeconds;
        _openPaSecondsPerNl = openPaSecondsPerNl;
        LeakNlPerPaSecond = 1 / leakPaSecondsPerNl;
    }

    /// <summary>0 shut, 1 fully open.</summary>
    public double Opening { get; private set; }

    /// <summary>Conductance when shut.</summary>
    public double LeakNlPerPaSecond
    {
        get => _leakNlPerPaSecond;
        set
        {
            _leakNlPerPaSecond = value;
            Resist();
        }
    }

    /// <summary>What it does whatever it is told.</summary>
    public ValveJam Jam { get; set; }

    /// <summary>Resistance now, in Pa s/nL.</summary>
    public double PaSecondsPerNl { get; private set; }

    /// <summary>Moves towards what it is told and returns how far it moved.</summary>
    public double Advance(bool open, double seconds)
    {
        open = Jam == ValveJam.None ? open : Jam == ValveJam.Open;

        if (Opening == (open ? 1 : 0))
        {
            return 0; // it is there, as in most steps
        }

        double before = Opening;
        double step = seconds / _travelSeconds;
        Opening = open ? Math.Min(1, before + step) : Math.Max(0, before - step);
        Resist();
        return Opening - before;
    }

    private void Resist() => PaSecondsPerNl = 1 / (_leakNlPerPaSecond + (Opening / _openPaSecondsPerNl));
}
