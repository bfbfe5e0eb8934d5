namespace Haip.VirtualBoard.Hydraulics;

/// <summary>A Bartels mp6: a source whose stall pressure is proportional to its drive, behind a resistance of its own. Idle, it is a leak.</summary>
public sealed class MicroPump
{
    private const double NlPerM3 = 1e12;
    private const double SecondsPerDay = 86_400;
    private const double NominalC = 37;

    private readonly PlantParameters _plant;
    private readonly double _viscousShare;
    private readonly double _idlePaSecondsPerNl;
    private double _strength;
    private double _bodyC = NominalC;
    private double _viscosity = 1;
    private double _wear = 1;
    private double _vigour;

    public MicroPump(PlantParameters plant)
    {
        _plant = plant;
        _viscousShare = plant.PumpViscousPercent / 100;
        _idlePaSecondsPerNl = plant.PumpIdlePaSecondsPerM3 / NlPerM3;
        Strength = plant.PumpStrengthPercent / 100;
    }

    /// <summary>1 is a pump as it should be, 0 a dead one.</summary>
    public double Strength
    {
        get => _strength;
        set
        {
            _strength = value;
            Judge();
        }
    }

    /// <summary>What it feels of body and drug.</summary>
    /// <param name="viscosity">Of the drug now, against water at 37 C.</param>
    public void Feel(double bodyC, double viscosity)
    {
        _bodyC = bodyC;
        _viscosity = viscosity;
        Judge();
    }

    /// <summary>It wears, running or not: the piezo ages.</summary>
    public void Age(double seconds)
    {
        _wear -= _plant.PumpWearPercentPerDay / 100 * seconds / SecondsPerDay;
        Judge();
    }

    /// <summary>What it adds to the pressure in front of it when nothing flows, and what stands between that and its outlet.</summary>
    /// <param name="volts">Drive, peak to peak.</param>
    public (double Pa, double PaSecondsPerNl) Push(double volts)
    {
        double aboveDeadBandVolts = volts - _plant.PumpDeadBandVolts;

        if (aboveDeadBandVolts <= 0 || _vigour <= 0)
        {
            return (0, _idlePaSecondsPerNl * _viscosity);
        }

        // Stall pressure and free flow grow together, so that their quotient knows neither strength nor wear.
        double stallPa = _plant.PumpStallPaPerVolt * _vigour * volts;
        double inner = _plant.PumpStallPaPerVolt * volts / (_plant.PumpFreeFlowNlPerSecondPerVolt * aboveDeadBandVolts);
        return (stallPa, inner * (1 - _viscousShare + (_viscousShare * _viscosity)));
    }

    private void Judge() => _vigour = _strength * _wear * (1 + (_plant.PumpPercentPerC / 100 * (_bodyC - NominalC)));
}
