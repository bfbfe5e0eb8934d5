namespace Haip.VirtualBoard.Hydraulics;

/// <summary>Everything about one pump in one patient that is fixed when a run starts. Defaults are the nominal patient.</summary>
/// <remarks>Ranges, units and sources are rows of <see cref="PlantTable"/>, which also reads the plant file and prints its documentation.</remarks>
public sealed class PlantParameters
{
    // Patient
    public double ArteryMeanPa { get; set; } = 12_400;
    public double ArteryPulsePa { get; set; } = 5_300;          // peak to peak
    public double HeartRateHz { get; set; } = 1.2;
    public double RespirationPa { get; set; } = 800;            // peak to peak
    public double RespirationHz { get; set; } = 0.25;
    public double MayerWavePa { get; set; } = 600;              // peak to peak, 0.1 Hz
    public double BodyC { get; set; } = 37;

    // Surroundings
    public double AmbientPa { get; set; } = 101_325;
    public double BoardC { get; set; } = 30;

    // Fluid
    public double RelativeViscosity { get; set; } = 1.03;       // against water at the same temperature

    // Reservoir
    public double ReservoirFillMl { get; set; } = 30;
    public double ReservoirResidualMl { get; set; } = 2;        // cannot be drawn
    public double ReservoirFullPa { get; set; } = 3_000;        // gauge, at 30 mL
    public double ReservoirPaPerMl { get; set; } = 100;         // bellows spring
    public double ReservoirSealedPercent { get; set; }          // of a change of air pressure

    // Pump (Bartels mp6 on a DRV2667)
    public double PumpStallPaPerVolt { get; set; } = 180;
    public double PumpFreeFlowNlPerSecondPerVolt { get; set; } = 380;
    public double PumpDeadBandVolts { get; set; } = 12;
    public double PumpStrengthPercent { get; set; } = 100;      // wear: scales stall pressure and flow
    public double PumpIdlePaSecondsPerM3 { get; set; } = 4e12;  // leaks backwards when it idles
    public double PumpViscousPercent { get; set; } = 50;        // share of its inner resistance
    public double PumpPercentPerC { get; set; } = 0.3;          // of the strength, from 37 C
    public double PumpWearPercentPerDay { get; set; } = 0.003;  // of the strength

    // Valves (normally closed, inlet V1 and outlet V2)
    public double ValveTravelMs { get; set; } = 600;
    public double ValveOpenPaSecondsPerM3 { get; set; } = 1e11;
    public double InletLeakPaSecondsPerM3 { get; set; } = 1e19;
    public double OutletLeakPaSecondsPerM3 { get; set; } = 1e19;
    public double ValveDisplacementNl { get; set; } = 20;

    // Metering chamber and restrictor
    public double ChamberNlPerKPa { get; set; } = 100;
    public double ChamberPercentPerC { get; set; } = 0.2;       // of the compliance, from 37 C
    public double ChamberPercentPerDay { get; set; }            // of the compliance
    public double ChamberBubbleHours { get; set; } = 10;        // until 1 uL of air has dissolved
    public double RestrictorPaSecondsPerM3 { get; set; } = 1e13; // water at 37 C

    // Catheter
    public double CatheterNlPerKPa { get; set; } = 120;
    public double CatheterPaSecondsPerM3 { get; set; } = 8.7e10; // water at 37 C

    // Sensors: how each differs from the truth
    public double ChamberSensorSigmaPa { get; set; } = 8;
    public double ChamberSensorOffsetPa { get; set; } = 60;
    public double ChamberSensorGainErrorPercent { get; set; }
    public double ChamberSensorPaPerC { get; set; }
    public double ChamberSensorWalkPaPerRootDay { get; set; }
    public double CatheterSensorSigmaPa { get; set; } = 8;
    public double CatheterSensorOffsetPa { get; set; } = -40;
    public double CatheterSensorGainErrorPercent { get; set; }
    public double CatheterSensorPaPerC { get; set; }
    public double CatheterSensorWalkPaPerRootDay { get; set; }
    public double FlowGainErrorPercent { get; set; } = 2;
    public double FlowGainPercentPerC { get; set; }
    public double FlowGainPercentPerDay { get; set; }
    public double FlowOffsetNlPerMinute { get; set; } = 150;
    public double FlowSigmaNlPerMinute { get; set; } = 100;
    public double ReservoirSensorOffsetPa { get; set; }
    public double AmbientSensorOffsetPa { get; set; }
    public double DrugSensorOffsetC { get; set; }
    public double FlowCalibrationErrorPercent { get; set; } = 0.3;  // of the flow sensor's gain that the pump was told
    public double CalibrationErrorPercent { get; set; } = 0.2;  // of the chamber compliance that the pump was told
}
