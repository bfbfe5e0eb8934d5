using System;

namespace Haip.VirtualBoard.Hydraulics;

/// <summary>The metering chamber: a tube that gives way, softer or harder with warmth and age, and whatever air has come into it.</summary>
/// <remarks>Its state is the liquid that it holds; the pressure follows from that. So nothing gets lost when tube or air change.</remarks>
public sealed class Chamber
{
    private const double SecondsPerDay = 86_400;
    private const double SecondsPerHour = 3_600;
    private const double NominalC = 37;
    private const double NlPerUl = 1_000;

    private readonly PlantParameters _plant;
    private double _nlPerPa;
    private double _paPerNl; // every step waits for this pressure, and a product is there sooner than a quotient
    private double _gasNlPa; // volume times absolute pressure: what Boyle keeps
    private double _days;

    public Chamber(PlantParameters plant)
    {
        _plant = plant;
        Age(0);
    }

    public double BodyC { get; set; } = NominalC;

    public double AmbientPa { get; set; }

    /// <summary>Above the air around the patient.</summary>
    public double Pa { get; private set; }

    /// <summary>What it holds beyond what it would hold at the air's pressure and without air in it.</summary>
    public double LiquidNl { get; private set; }

    /// <summary>The liquid in whose place air has come.</summary>
    public double DisplacedNl { get; private set; }

    /// <summary>Compliance at this moment: of the tube, and V/P of the air.</summary>
    public double NlPerPa => _gasNlPa == 0 ? _nlPerPa : _nlPerPa + (_gasNlPa / ((AmbientPa + Pa) * (AmbientPa + Pa)));

    /// <summary>Air in it, at the pressure that it is under.</summary>
    public double BubbleNl => _gasNlPa / (AmbientPa + Pa);

    /// <summary>Fills it to a pressure.</summary>
    public void Set(double pa)
    {
        LiquidNl = (_nlPerPa * pa) - (_gasNlPa / (AmbientPa + pa));
        Settle();
    }

    /// <summary>Liquid comes, or goes when negative.</summary>
    public void Take(double volumeNl)
    {
        LiquidNl += volumeNl;
        Settle();
    }

    /// <summary>A bubble comes instead of as much liquid: the pressure stays as it is.</summary>
    public void AddBubble(double volumeNl)
    {
        _gasNlPa += volumeNl * (AmbientPa + Pa);
        LiquidNl -= volumeNl;
        DisplacedNl += volumeNl;
        Settle();
    }

    /// <summary>Warmth and time change the tube, and air dissolves.</summary>
    public void Age(double seconds)
    {
        _days += seconds / SecondsPerDay;
        _nlPerPa = _plant.ChamberNlPerKPa / 1000
            * (1 + (_plant.ChamberPercentPerC / 100 * (BodyC - NominalC)))
            * (1 + (_plant.ChamberPercentPerDay / 100 * _days));
        _paPerNl = 1 / _nlPerPa;

        if (_gasNlPa > 0)
        {
            Dissolve(seconds);
        }

        Settle();
    }

    // Epstein and Plesset 1950: the square of the radius, so the volume to the power of two thirds, falls evenly.
    private void Dissolve(double seconds)
    {
        double root = Math.Cbrt(BubbleNl / NlPerUl);
        double left = (root * root) - (seconds / (_plant.ChamberBubbleHours * SecondsPerHour));
        _gasNlPa = left <= 0 ? 0 : left * Math.Sqrt(left) * NlPerUl * (AmbientPa + Pa);
    }

    // Liquid = compliance x p - gas / (p + air), solved for p.
    private void Settle()
    {
        if (_gasNlPa == 0)
        {
            Pa = LiquidNl * _paPerNl;
            return;
        }

        double sum = LiquidNl + (_nlPerPa * AmbientPa);
        Pa = ((sum + Math.Sqrt((sum * sum) + (4 * _nlPerPa * _gasNlPa))) / (2 * _nlPerPa)) - AmbientPa;
    }
}
