namespace Haip.VirtualBoard.Hydraulics;

/// <summary>A bellows: its pressure falls slowly as it empties and steeply once it sits on its stop.</summary>
public sealed class Reservoir
{
    private const double NlPerMl = 1e6;
    private const double FullMl = 30;
    private const double StopPaPerNl = 0.5;      // a microlitre beyond the stop costs 500 Pa of suction
    private const double BoilingPa = -90_000;    // no liquid pulls harder
    private const double LineNl = 5_000;         // from the reservoir's port to the flow sensor, assumed

    private readonly double _residualNl;
    private readonly double _fullPa;
    private readonly double _paPerNl;
    private readonly double _sealedShare;
    private bool _detached;
    private double _drawnNl;
    private double _ambientPa;
    private double _filledAtPa;

    public Reservoir(PlantParameters plant)
    {
        _residualNl = plant.ReservoirResidualMl * NlPerMl;
        _fullPa = plant.ReservoirFullPa;
        _paPerNl = plant.ReservoirPaPerMl / NlPerMl;
        _sealedShare = plant.ReservoirSealedPercent / 100;
        _ambientPa = plant.AmbientPa;
        _filledAtPa = plant.AmbientPa;
        ContentNl = plant.ReservoirFillMl * NlPerMl;
        Draw(0);
    }

    public double ContentNl { get; private set; }

    /// <summary>The line has come off: the pump draws air, and what was in the line comes first.</summary>
    public bool Detached
    {
        get => _detached;
        set
        {
            _detached = value;
            _drawnNl = 0;
            Draw(0);
        }
    }

    /// <summary>Of the air around the patient. Gas shut in behind the bellows keeps the pressure of the day it was filled.</summary>
    public double AmbientPa
    {
        get => _ambientPa;
        set
        {
            _ambientPa = value;
            Draw(0);
        }
    }

    /// <summary>The air has come as far as the flow sensor.</summary>
    public bool AirAtSensor => _detached && _drawnNl > LineNl;

    /// <summary>Over the air around the pump.</summary>
    public double GaugePa { get; private set; }

    /// <summary>Somebody filled it.</summary>
    public void Set(double contentMl)
    {
        ContentNl = contentMl * NlPerMl;
        _filledAtPa = _ambientPa;
        Draw(0);
    }

    public void Draw(double volumeNl)
    {
        if (_detached)
        {
            _drawnNl += volumeNl;
            GaugePa = 0;
            return;
        }

        ContentNl -= volumeNl;
        double bellowsPa = _fullPa - (_paPerNl * ((FullMl * NlPerMl) - ContentNl));
        double shutInPa = _sealedShare * (_filledAtPa - _ambientPa);
        double pa = bellowsPa + shutInPa;

        if (ContentNl < _residualNl)
        {
            pa -= StopPaPerNl * (_residualNl - ContentNl);
        }

        GaugePa = pa < BoilingPa ? BoilingPa : pa;
    }
}
