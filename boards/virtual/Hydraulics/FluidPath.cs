namespace Haip.VirtualBoard.Hydraulics;

/// <summary>Reservoir, pump, chamber, restrictor, catheter and artery as a lumped network. What really happens; sensors only hear of it.</summary>
/// <remarks>
/// Two pressures with compliance (chamber, catheter) between three sources (pump, artery, nothing). What is fast follows the implicit
/// Euler rule, which never rings; the slow flow through the restrictor the trapezoidal one, which is exact to the second order. Steps are
/// of 5 ms while a valve travels or the chamber fills, and of 25 ms while it empties or rests. A flow leaves one place as it enters the
/// next, so volume is conserved to rounding. Units: Pa, nL, s. Gauge pressures; the artery's too.
/// </remarks>
public sealed class FluidPath
{
    private const double QuickStepSeconds = 0.005;
    private const double QuietStepSeconds = 0.025;     // whole ones in the 50 ms between two beats
    private const double NlPerM3 = 1e12;
    private const double TissuePa = 1_000;             // where a catheter ends that has slipped out of the artery
    private const double StoredAverageSeconds = 10;    // longer than breathing, shorter than any occlusion matters

    private readonly PlantParameters _plant;
    private readonly double _catheterNlPerPa;
    private readonly double _restrictorPaSecondsPerNl;
    private readonly double _halfRoomNl;
    private readonly double _openCatheterPaSecondsPerNl;
    private double _ambientPa;
    private double _bodyC;
    private Conductance _inlet;
    private Conductance _outlet;
    private Conductance _catheter;
    private double _stepSeconds; // of the three quotients below
    private double _chamberNlPerPa;
    private double _chamberNlPerPaSecond;
    private double _wallNlPerPaSecond;
    private double _storedShare;

    public FluidPath(PlantParameters plant)
    {
        _plant = plant;
        _catheterNlPerPa = plant.CatheterNlPerKPa / 1000;
        _restrictorPaSecondsPerNl = plant.RestrictorPaSecondsPerM3 / NlPerM3;
        _openCatheterPaSecondsPerNl = plant.CatheterPaSecondsPerM3 / NlPerM3;
        _halfRoomNl = plant.ValveDisplacementNl / 2;
        Inlet = new Valve(plant.ValveTravelMs / 1000, plant.ValveOpenPaSecondsPerM3 / NlPerM3, plant.InletLeakPaSecondsPerM3 / NlPerM3);
        Outlet = new Valve(plant.ValveTravelMs / 1000, plant.ValveOpenPaSecondsPerM3 / NlPerM3, plant.OutletLeakPaSecondsPerM3 / NlPerM3);
        Pump = new MicroPump(plant);
        Chamber = new Chamber(plant);
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
        AmbientPa = plant.AmbientPa;
        BodyC = plant.BodyC;
        Age(0);
        Chamber.Set(plant.ArteryMeanPa);
        CatheterPa = plant.ArteryMeanPa;
    }

    public Artery Artery { get; }

    public Reservoir Reservoir { get; }

    public MicroPump Pump { get; }

    public Chamber Chamber { get; }

    public Valve Inlet { get; }

    public Valve Outlet { get; }

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

    public double AmbientPa
    {
        get => _ambientPa;
        set
        {
            _ambientPa = value;
            Chamber.AmbientPa = value;
            Reservoir.AmbientPa = value;
        }
    }

    public double BodyC
    {
        get => _bodyC;
        set
        {
            _bodyC = value;
            Viscosity = _plant.RelativeViscosity * Water.RelativeTo37C(value);
            Chamber.BodyC = value;
            Pump.Feel(value, Viscosity);
        }
    }

    /// <summary>Of the drug now, against water at 37 C.</summary>
    public double Viscosity { get; private set; }

    /// <summary>Steps of this share of the usual ones: for whoever asks whether they are short enough.</summary>
    public double StepShare { get; init; } = 1;

    /// <summary>Mean pressure where the catheter ends.</summary>
    public double MeanEndPa => Connected ? Artery.MeanPa : TissuePa;

    /// <summary>Of the catheter, in Pa s/nL, with this drug and whatever narrows it.</summary>
    public double CatheterPaSecondsPerNl => _openCatheterPaSecondsPerNl * Viscosity * (Connected ? OcclusionFactor : 1);

    public double ChamberPa => Chamber.Pa;

    public double CatheterPa { get; private set; }

    /// <summary>Net volume through the flow sensor.</summary>
    public double ThroughSensorNl { get; private set; }

    /// <summary>Net volume out of the pump, through V2 and the restrictor.</summary>
    public double IntoCatheterNl { get; private set; }

    /// <summary>What the catheter holds beyond what it would hold open: the bolus that waits behind an occlusion.</summary>
    public double StoredNl { get; private set; }

    /// <summary>What went through the catheter's tip into the artery, less what the artery pushed back.</summary>
    public double IntoArteryNl { get; private set; }

    /// <summary>What left the catheter elsewhere than into the artery.</summary>
    public double LostNl { get; private set; }

    /// <summary>What left the chamber through a hole, positive out of the pump.</summary>
    public double SpiltNl { get; private set; }

    /// <summary>What the patient got: everything out of the pump that is neither stored behind an occlusion nor lost.</summary>
    public double DeliveredNl => IntoCatheterNl - StoredNl - LostNl;

    /// <summary>Everything between the flow sensor and the catheter's tip: tube, catheter, and the room that valves made.</summary>
    public double HeldNl => Chamber.LiquidNl + Chamber.DisplacedNl + (_catheterNlPerPa * CatheterPa) + (_halfRoomNl * (Inlet.Opening + (2 * Outlet.Opening)));

    /// <summary>The longest step that the present state allows.</summary>
    public double StepSeconds(bool openInlet, bool openOutlet) =>
        StepShare * (openInlet || Inlet.Opening > 0 || Outlet.Opening != (openOutlet ? 1 : 0) ? QuickStepSeconds : QuietStepSeconds);

    /// <summary>Warmth and time change the parts: to be called every second or so.</summary>
    public void Age(double seconds)
    {
        Chamber.Age(seconds);
        Pump.Age(seconds);
    }

    /// <summary>One step of the network.</summary>
    /// <param name="h">Seconds, at most <see cref="StepSeconds"/>.</param>
    /// <param name="pumpVolts">Drive of the pump during the step, peak to peak.</param>
    public void Advance(double h, double pumpVolts, bool openInlet, bool openOutlet)
    {
        Artery.Advance(h);

        // An opening valve makes room on both of its sides; a closing one takes it back. What V1 does on its far side the idle pump lets pass.
        double inletRoomNl = Inlet.Advance(openInlet, h) * _halfRoomNl;
        double outletRoomNl = Outlet.Advance(openOutlet, h) * _halfRoomNl;
        bool moving = inletRoomNl != 0 || outletRoomNl != 0; // each step waits for the one before: what is 0 in most of them is left out

        (double pushPa, double pumpPaSecondsPerNl) = Pump.Push(pumpVolts);
        double sourcePa = Reservoir.GaugePa + pushPa;
        double endPa = Connected ? Artery.NowPa : TissuePa;

        double g1 = _inlet.Of(pumpPaSecondsPerNl + SupplyPaSecondsPerNl + (Inlet.PaSecondsPerNl * Viscosity));
        double g2 = _outlet.Of(((_restrictorPaSecondsPerNl * RestrictorFactor) + Outlet.PaSecondsPerNl) * Viscosity) / 2; // half at the step's beginning, half at its end
        double g3 = _catheter.Of(CatheterPaSecondsPerNl);
        Divide(h);
        double c1 = _chamberNlPerPaSecond;
        double c2 = _wallNlPerPaSecond;

        // A hole in the chamber conducts to no pressure: it stands on the left only.
        // (c1 + g1 + g2 + leak) p1 - g2 p2 = b1;  -g2 p1 + (c2 + g2 + g3) p2 = b2
        double a1 = c1 + g1 + g2 + ChamberLeakNlPerPaSecond;
        double a2 = c2 + g2 + g3;
        double before = g2 * (Chamber.Pa - CatheterPa);
        double b1 = (c1 * Chamber.Pa) + (g1 * sourcePa) - before;
        double b2 = (c2 * CatheterPa) + (g3 * endPa) + before;

        if (moving)
        {
            b1 -= (inletRoomNl + outletRoomNl) / h;
            b2 -= outletRoomNl / h;
        }

        double inverse = 1 / ((a1 * a2) - (g2 * g2)); // of the determinant, known before the pressures are: each step waits for those of the one before
        double p1 = ((b1 * a2) + (g2 * b2)) * inverse;
        double p2 = ((b2 * a1) + (g2 * b1)) * inverse;

        double drawnNl = g1 * (sourcePa - p1) * h;
        double outNl = (before + (g2 * (p1 - p2))) * h;
        double spiltNl = ChamberLeakNlPerPaSecond * p1 * h;
        double endNl = g3 * (p2 - endPa) * h;
        Chamber.Take(moving || spiltNl != 0 ? drawnNl - outNl - spiltNl - inletRoomNl - outletRoomNl : drawnNl - outNl);
        CatheterPa = p2;
        Reservoir.Draw(drawnNl);
        ThroughSensorNl += drawnNl;
        IntoCatheterNl += outNl;
        SpiltNl += spiltNl;
        StoredNl += ((_catheterNlPerPa * (p2 - endPa)) - StoredNl) * _storedShare;

        if (Connected)
        {
            IntoArteryNl += endNl;
        }
        else
        {
            LostNl += endNl;
        }
    }

    // By the step, whose length seldom changes; nor does the chamber while there is no air in it.
    private void Divide(double h)
    {
        double chamberNlPerPa = Chamber.NlPerPa;

        if (h == _stepSeconds && chamberNlPerPa == _chamberNlPerPa)
        {
            return;
        }

        _stepSeconds = h;
        _chamberNlPerPa = chamberNlPerPa;
        _chamberNlPerPaSecond = chamberNlPerPa / h;
        _wallNlPerPaSecond = _catheterNlPerPa / h;
        _storedShare = h / StoredAverageSeconds;
    }
}
