using System;

namespace Haip.VirtualBoard.Hydraulics;

/// <summary>A normally closed valve: takes time to travel, leaks a little when shut, and displaces volume as it moves.</summary>
public sealed class Valve
{
    private readonly double _travelSeconds;
    private readonly double _openPaSecondsPerNl;

    public Valve(double travelSeconds, double openPaSecondsPerNl, double leakPaSecondsPerNl)
    {
        _travelSeconds = travelSeconds;
        _openPaSecondsPerNl = openPaSecondsPerNl;
        LeakNlPerPaSecond = 1 / leakPaSecondsPerNl;
    }

    /// <summary>0 shut, 1 fully open.</summary>
    public double Opening { get; private set; }

    /// <summary>Conductance when shut.</summary>
    public double LeakNlPerPaSecond { get; set; }

    /// <summary>What it does whatever it is told.</summary>
    public ValveJam Jam { get; set; }

    /// <summary>Resistance now, in Pa s/nL.</summary>
    public double PaSecondsPerNl => 1 / (LeakNlPerPaSecond + (Opening / _openPaSecondsPerNl));

    /// <summary>Moves towards what it is told and returns how far it moved.</summary>
    public double Advance(bool open, double seconds)
    {
        double before = Opening;
        double step = seconds / _travelSeconds;
        open = Jam == ValveJam.None ? open : Jam == ValveJam.Open;
        Opening = open ? Math.Min(1, before + step) : Math.Max(0, before - step);
        return Opening - before;
    }
}
