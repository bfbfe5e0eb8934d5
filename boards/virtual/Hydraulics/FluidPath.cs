namespace Haip.VirtualBoard.Hydraulics;

/// <summary>Reservoir, pump, chamber, restrictor, catheter and artery as a lumped network. What really happens; sensors only hear of it.</summary>
/// <remarks>
/// Two pressures with compliance (chamber, catheter) between three sources (pump, artery, nothing): integrated with the implicit
/// Euler rule in steps of 5 ms while anything can flow and 20 ms while both valves are shut. Flows are taken from the same pressures
/// that the step ends with, so volume is conserved to rounding. Units: Pa, nL, s. Gauge pressures; the artery's too.
/// </remarks>
public sealed class FluidPath
{
    private const double FlowingStepSeconds = 0.005;
    private const double ShutStepSeconds = 0.02;
    private const double NlPerM3 = 1e12;
    private const double TissuePa = 1_000;             // where a catheter ends that has slipped out of the artery
    private const double StoredAverageSeconds = 10;    // longer than breathing, shorter than any occlusion matters

    private readonly PlantParameters _plant;
    private readonly double _chamberNlPerPa;
    private readonly double _catheterNlPerPa;
    private readonly double _restrictorPaSecondsPerNl;
    private readonly double _catheterPaSecondsPerNl;
    private readonly double _idlePaSecondsPerNl;
    private double _bodyC;
    private double _viscosity;
    private double _bubbleNl;

    public FluidPath(PlantParameters plant)
    {
        _plant = plant;
        _chamberNlPerPa = plant.ChamberNlPerKPa / 1000;
        _catheterNlPerPa = plant.CatheterNlPerKPa / 1000;
        _restrictorPaSecondsPerNl = plant.RestrictorPaSecondsPerM3 / NlPerM3;
        _catheterPaSecondsPerNl = plant.CatheterPaSecondsPerM3 / NlPerM3;
        _idlePaSecondsPerNl = plant.PumpIdlePaSecondsPerM3 / NlPerM3;
        Inlet = new Valve(plant.ValveTravelMs / 1000, plant.ValveOpenPaSecondsPerM3 / NlPerM3, plant.InletLeakPaSecondsPerM3 / NlPerM3);
        Outlet = new Valve(plant.ValveTravelMs / 1000, plant.ValveOpenPaSecondsPerM3 / NlPerM3, plant.OutletLeakPaSecondsPerM3 / NlPerM3);
        Reservoir = new Reservoir(plant);
        Artery = new Artery
        {
            MeanPa = plant.ArteryMeanPa,
            PulsePa = plant.ArteryPulsePa,
            HeartRateHz = plant.HeartRateHz,
            RespirationPa = plant.RespirationPa,
            RespirationHz = plant.RespirationHz,
            MayerWavePa = plant.MayerWavePa,
        };
        PumpStrength = plant.PumpStrengthPercent / 100;
        AmbientPa = plant.AmbientPa;
        BodyC = plant.BodyC;
        ChamberPa = plant.ArteryMeanPa;
        CatheterPa = plant.ArteryMeanPa;
        Reservoir.Draw(0);
    }

    public Artery Artery { get; }

    public Reservoir Reservoir { get; }

    public Valve Inlet { get; }

    public Valve Outlet { get; }

    /// <summary>1 is a new pump, 0 a dead one.</summary>
    public double PumpStrength { get; set; }

    /// <summary>Resistance of the catheter against an open one.</summary>
    public double OcclusionFactor { get; set; } = 1;

    /// <summary>Resistance of the restrictor against a clean one.</summary>
    public double RestrictorFactor { get; set; } = 1;

    /// <summary>Resistance between reservoir and pump, in Pa s/nL: filter, port or a kinked line. A healthy one has none worth counting.</summary>
    public double SupplyPaSecondsPerNl { get; set; }

    /// <summary>Conductance of a hole in the chamber, in nL/(Pa s). What leaves there reaches nobody.</summary>
    public double ChamberLeakNlPerPaSecond { get; set; }

    /// <summary>The catheter still ends in the artery.</summary>
    public bool Connected { get; set; } = true;

    public double AmbientPa { get; set; }

    public double BodyC
    {
        get => _bodyC;
        set
        {
            _bodyC = value;
            _viscosity = _plant.RelativeViscosity * Water.RelativeTo37C(value);
        }
    }

    public double ChamberPa { get; private set; }

    public double CatheterPa { get; private set; }

    /// <summary>Net volume through the flow sensor.</summary>
    public double ThroughSensorNl { get; private set; }

    /// <summary>Net volume out of the pump, through V2 and the restrictor.</summary>
    public double IntoCatheterNl { get; private set; }

    /// <summary>What the catheter holds beyond what it would hold open: the bolus that waits behind an occlusion.</summary>
    public double StoredNl { get; private set; }

    /// <summary>What left the catheter elsewhere than into the artery.</summary>
    public double LostNl { get; private set; }

    /// <summary>What left the chamber through a hole, positive out of the pump.</summary>
    public double SpiltNl { get; private set; }

    /// <summary>What the patient got: everything out of the pump that is neither stored behind an occlusion nor lost.</summary>
    public double DeliveredNl => IntoCatheterNl - StoredNl - LostNl;

    /// <summary>Air in the chamber: it gives way (V/P at body pressure) without moving anything by itself.</summary>
    public void AddBubble(double volumeNl) => _bubbleNl += volumeNl;

    /// <summary>The longest step that the present state allows.</summary>
    public double StepSeconds(bool openInlet, bool openOutlet) =>
        openInlet || openOutlet || Inlet.Opening > 0 || Outlet.Opening > 0 ? FlowingStepSeconds : ShutStepSeconds;

    /// <summary>One step of the network.</summary>
    /// <param name="h">Seconds, at most <see cref="StepSeconds"/>.</param>
    /// <param name="pumpVolts">Drive of the pump during the step, peak to peak.</param>
    public void Advance(double h, double pumpVolts, bool openInlet, bool openOutlet)
    {
        Artery.Advance(h);

        // An opening valve makes room on both of its sides; a closing one takes it back.
        double halfNl = _plant.ValveDisplacementNl / 2;
        double inletRoomNl = Inlet.Advance(openInlet, h) * halfNl;
        double outletRoomNl = Outlet.Advance(openOutlet, h) * halfNl;

        (double sourcePa, double sourcePaSecondsPerNl) = Pump(pumpVolts);
        double endPa = Connected ? Artery.NowPa : TissuePa;

        double g1 = 1 / (sourcePaSecondsPerNl + SupplyPaSecondsPerNl + Inlet.PaSecondsPerNl);
        double g2 = 1 / ((_restrictorPaSecondsPerNl * _viscosity * RestrictorFactor) + Outlet.PaSecondsPerNl);
        double g3 = 1 / (_catheterPaSecondsPerNl * _viscosity * (Connected ? OcclusionFactor : 1));
        double c1 = (_chamberNlPerPa + (_bubbleNl / (AmbientPa + ChamberPa))) / h;
        double c2 = _catheterNlPerPa / h;

        // A hole in the chamber conducts to no pressure: it stands on the left only.
        // (c1 + g1 + g2 + leak) p1 - g2 p2 = b1;  -g2 p1 + (c2 + g2 + g3) p2 = b2
        double a1 = c1 + g1 + g2 + ChamberLeakNlPerPaSecond;
        double a2 = c2 + g2 + g3;
        double b1 = (c1 * ChamberPa) + (g1 * sourcePa) - ((inletRoomNl + outletRoomNl) / h);
        double b2 = (c2 * CatheterPa) + (g3 * endPa) - (outletRoomNl / h);
        double determinant = (a1 * a2) - (g2 * g2);
        double p1 = ((b1 * a2) + (g2 * b2)) / determinant;
        double p2 = ((b2 * a1) + (g2 * b1)) / determinant;

        double drawnNl = g1 * (sourcePa - p1) * h;
        double outNl = g2 * (p1 - p2) * h;
        ChamberPa = p1;
        CatheterPa = p2;
        Reservoir.Draw(drawnNl);
        ThroughSensorNl += drawnNl;
        IntoCatheterNl += outNl;
        SpiltNl += ChamberLeakNlPerPaSecond * p1 * h;
        LostNl += Connected ? 0 : g3 * (p2 - endPa) * h;
        StoredNl += ((_catheterNlPerPa * (p2 - endPa)) - StoredNl) * (h / StoredAverageSeconds);
    }

    // The mp6 is a pressure source whose stall pressure is proportional to its drive, behind its own resistance; idle, it is a leak.
    private (double Pa, double PaSecondsPerNl) Pump(double volts)
    {
        double aboveDeadBandVolts = volts - _plant.PumpDeadBandVolts;

        if (aboveDeadBandVolts <= 0 || PumpStrength <= 0)
        {
            return (Reservoir.GaugePa, _idlePaSecondsPerNl);
        }

        double stallPa = _plant.PumpStallPaPerVolt * PumpStrength * volts;
        double freeFlowNlPerSecond = _plant.PumpFreeFlowNlPerSecondPerVolt * PumpStrength * aboveDeadBandVolts;
        return (Reservoir.GaugePa + stallPa, stallPa / freeFlowNlPerSecond);
    }
}
