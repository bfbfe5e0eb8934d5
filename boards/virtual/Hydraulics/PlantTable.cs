using System.Collections.Generic;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Hydraulics;

/// <summary>Every number of <see cref="PlantParameters"/>: its key in a plant file, its range and its source. To add one: a property and a row.</summary>
/// <remarks>
/// A key is the property's name in camel case without the name of its group. Ranges are wide on purpose: they admit faults and
/// unusual patients, and refuse only what the model cannot mean.
/// </remarks>
public static class PlantTable
{
    public static IReadOnlyList<NumberKey<PlantParameters>> Rows { get; } =
    [
        // Patient
        new("patient.arteryMeanPa", "Pa", 0, 30_000,
            "Mean pressure in the hepatic artery, above ambient.",
            "93 mmHg; patients 8 to 16 kPa (general physiology). 0: the tip lies in an open beaker.",
            p => p.ArteryMeanPa, (p, v) => p.ArteryMeanPa = v),
        new("patient.arteryPulsePa", "Pa", 0, 15_000,
            "Systole less diastole.",
            "120/80 mmHg; patients 3 to 9 kPa (general physiology).",
            p => p.ArteryPulsePa, (p, v) => p.ArteryPulsePa = v),
        new("patient.heartRateHz", "Hz", 0.3, 4,
            "Heartbeats a second.",
            "72 a minute; patients 0.8 to 2 Hz (general physiology).",
            p => p.HeartRateHz, (p, v) => p.HeartRateHz = v),
        new("patient.respirationPa", "Pa", 0, 10_000,
            "Peak to peak of what breathing adds to the artery's pressure.",
            "0.5 to 1 kPa; a cough or straining adds 5 to 10 kPa (general physiology).",
            p => p.RespirationPa, (p, v) => p.RespirationPa = v),
        new("patient.respirationHz", "Hz", 0.05, 1,
            "Breaths a second.",
            "0.2 to 0.3 Hz at rest (general physiology).",
            p => p.RespirationHz, (p, v) => p.RespirationHz = v),
        new("patient.mayerWavePa", "Pa", 0, 3_000,
            "Peak to peak of the slow wave, 0.1 Hz, of the blood pressure's own control.",
            "0.5 to 1 kPa (general physiology).",
            p => p.MayerWavePa, (p, v) => p.MayerWavePa = v),
        new("patient.bodyC", "C", 15, 45,
            "Temperature of the body around pump and catheter.",
            "37 C; fever to 41 C. Below 30 C: a bench at room temperature.",
            p => p.BodyC, (p, v) => p.BodyC = v),

        // Surroundings
        new("surroundings.ambientPa", "Pa", 30_000, 200_000,
            "Air pressure around the patient.",
            "Standard atmosphere: 101.3 kPa at sea level, 74.7 kPa at 2500 m. 200 kPa: 10 m under water.",
            p => p.AmbientPa, (p, v) => p.AmbientPa = v),
        new("surroundings.boardC", "C", 0, 70,
            "Temperature of the circuit board.",
            "Assumed for a housed board; the mp6 is specified from 0 to 70 C (Bartels mp6 data sheet v1.2, table 1).",
            p => p.BoardC, (p, v) => p.BoardC = v),

        // Fluid
        new("fluid.relativeViscosity", "times water", 0.5, 10,
            "Viscosity against water of the same temperature.",
            "Heparin saline with floxuridine 1.02 to 1.05 (general knowledge, not measured); glycerol 50 % by volume 6.5 (mixing rule of Cheng 2008).",
            p => p.RelativeViscosity, (p, v) => p.RelativeViscosity = v),

        // Reservoir
        new("reservoir.fillMl", "mL", 0, 60,
            "Volume in the reservoir at the start, the residual volume included.",
            "Implanted pumps hold 16 to 60 mL; 30 mL is the usual size for the hepatic artery (general knowledge).",
            p => p.ReservoirFillMl, (p, v) => p.ReservoirFillMl = v),
        new("reservoir.residualMl", "mL", 0, 10,
            "Volume that cannot be drawn out.",
            "Implanted pumps 1 to 3 mL (general knowledge).",
            p => p.ReservoirResidualMl, (p, v) => p.ReservoirResidualMl = v),
        new("reservoir.fullPa", "Pa", -20_000, 50_000,
            "Pressure at 30 mL, above ambient. Negative: the bellows pulls.",
            "Assumed for a light bellows.",
            p => p.ReservoirFullPa, (p, v) => p.ReservoirFullPa = v),
        new("reservoir.paPerMl", "Pa/mL", 0, 2_000,
            "Spring of the bellows: what the pressure loses with each mL drawn.",
            "Assumed for a light bellows.",
            p => p.ReservoirPaPerMl, (p, v) => p.ReservoirPaPerMl = v),
        new("reservoir.sealedPercent", "%", 0, 100,
            "What of a change of air pressure stays across the bellows: 0 when the case behind it is open to the air, 100 when it is shut and stiff.",
            "Chosen: open. Gas in the drug and a soft port make it a few percent; assumed.",
            p => p.ReservoirSealedPercent, (p, v) => p.ReservoirSealedPercent = v),

        // Pump
        new("pump.stallPaPerVolt", "Pa/V", 20, 600,
            "Back pressure that stops the pump, for each volt peak to peak.",
            "275 mbar at 150 Vpp (Bartels mp6 data sheet v1.2, chart of the mp-Lowdriver, read by eye).",
            p => p.PumpStallPaPerVolt, (p, v) => p.PumpStallPaPerVolt = v),
        new("pump.freeFlowNlPerSecondPerVolt", "nL/s/V", 10, 2_000,
            "Flow without back pressure at 100 Hz, for each volt peak to peak.",
            "3430 uL/min at 150 Vpp (Bartels mp6 data sheet v1.2, fig. 10, read by eye).",
            p => p.PumpFreeFlowNlPerSecondPerVolt, (p, v) => p.PumpFreeFlowNlPerSecondPerVolt = v),
        new("pump.deadBandVolts", "V", 0, 50,
            "Below this amplitude, peak to peak, nothing moves.",
            "10 to 15 Vpp (Bartels mp6 data sheet v1.2, fig. 10, read by eye).",
            p => p.PumpDeadBandVolts, (p, v) => p.PumpDeadBandVolts = v),
        new("pump.strengthPercent", "%", 0, 150,
            "Wear and spread of parts: scales stall pressure and flow. 0: a dead pump.",
            "Flow at least 6, typically 8, at most 12 mL/min (Bartels mp6 data sheet v1.2, table 2): 75 to 150 %.",
            p => p.PumpStrengthPercent, (p, v) => p.PumpStrengthPercent = v),
        new("pump.idlePaSecondsPerM3", "Pa.s/m3", 1e11, 1e16,
            "Resistance of the idle pump, for water at 37 C: it leaks in both directions.",
            "Assumed, 190 uL/min at 12.4 kPa; the data sheet says only that it leaks.",
            p => p.PumpIdlePaSecondsPerM3, (p, v) => p.PumpIdlePaSecondsPerM3 = v),
        new("pump.viscousPercent", "%", 0, 100,
            "Share of the driven pump's inner resistance that grows with the drug's viscosity; the rest is inertia and membranes.",
            "Assumed.",
            p => p.PumpViscousPercent, (p, v) => p.PumpViscousPercent = v),
        new("pump.percentPerC", "%/C", -2, 2,
            "What the strength gains with each degree above 37 C.",
            "0.1 to 0.5 % for a piezo's stroke (general knowledge).",
            p => p.PumpPercentPerC, (p, v) => p.PumpPercentPerC = v),
        new("pump.wearPercentPerDay", "%/day", 0, 5,
            "What the strength loses with each day.",
            "0.5 to 2 % a year as piezos age (general knowledge).",
            p => p.PumpWearPercentPerDay, (p, v) => p.PumpWearPercentPerDay = v),

        // Valves
        new("valves.travelMs", "ms", 1, 2_000,
            "Time in which a valve opens or closes.",
            "Shape memory valve SMV-2R 600 ms (Bartels catalogue of mp6 accessories v1.8); a solenoid takes some ms.",
            p => p.ValveTravelMs, (p, v) => p.ValveTravelMs = v),
        new("valves.openPaSecondsPerM3", "Pa.s/m3", 1e9, 1e13,
            "Resistance of an open valve, for water at 37 C.",
            "Assumed: 1 % of the restrictor.",
            p => p.ValveOpenPaSecondsPerM3, (p, v) => p.ValveOpenPaSecondsPerM3 = v),
        new("valves.inletLeakPaSecondsPerM3", "Pa.s/m3", 1e11, 1e21,
            "Resistance of the closed inlet valve, V1, for water at 37 C.",
            "Assumed tight. Above 8e16 a leak stays below 1 % of 1.3 mL/day at 12.4 kPa; 1e11: stuck open.",
            p => p.InletLeakPaSecondsPerM3, (p, v) => p.InletLeakPaSecondsPerM3 = v),
        new("valves.outletLeakPaSecondsPerM3", "Pa.s/m3", 1e11, 1e21,
            "Resistance of the closed outlet valve, V2.",
            "As for the inlet valve.",
            p => p.OutletLeakPaSecondsPerM3, (p, v) => p.OutletLeakPaSecondsPerM3 = v),
        new("valves.displacementNl", "nL", 0, 500,
            "Volume that a valve pushes out when it closes and takes in when it opens, half on either side. A packet is metered between two moments with both valves shut: it cancels.",
            "Assumed for a small membrane valve; pinch valves displace more.",
            p => p.ValveDisplacementNl, (p, v) => p.ValveDisplacementNl = v),

        // Metering chamber and restrictor
        new("chamber.nlPerKPa", "nL/kPa", 10, 400,
            "Compliance of the metering chamber.",
            "Chosen: a packet of 0.4 uL raises it by 4 kPa. Some cm of silicone tube.",
            p => p.ChamberNlPerKPa, (p, v) => p.ChamberNlPerKPa = v),
        new("chamber.percentPerC", "%/C", -2, 2,
            "What the compliance gains with each degree above 37 C.",
            "Assumed: silicone softens by 0.1 to 0.3 % a degree. Rubber without filler would stiffen by as much.",
            p => p.ChamberPercentPerC, (p, v) => p.ChamberPercentPerC = v),
        new("chamber.percentPerDay", "%/day", -1, 1,
            "What the compliance gains with each day.",
            "Tubes of peristaltic pumps change by 5 % a year, 0.014 % a day (general knowledge).",
            p => p.ChamberPercentPerDay, (p, v) => p.ChamberPercentPerDay = v),
        new("chamber.bubbleHours", "h", 0.01, 1e6,
            "Time in which 1 uL of air dissolves; a smaller bubble takes less, as the square of its radius.",
            "Epstein and Plesset 1950, in drug saturated at the air's pressure and held 13 % above it: 9 to 12 h.",
            p => p.ChamberBubbleHours, (p, v) => p.ChamberBubbleHours = v),
        new("restrictor.paSecondsPerM3", "Pa.s/m3", 1e11, 1e15,
            "Resistance of the restrictor behind V2, for water at 37 C.",
            "Chosen: with the chamber's compliance it makes a time constant of 1 s. 1.2e13 is 2 mbar per uL/min.",
            p => p.RestrictorPaSecondsPerM3, (p, v) => p.RestrictorPaSecondsPerM3 = v),

        // Catheter
        new("catheter.nlPerKPa", "nL/kPa", 1, 400,
            "Compliance of the catheter and what lies between restrictor and catheter.",
            "Thick-walled tube, 400 mm: silicone 73 to 182 (modulus 5 to 2 MPa), polyurethane 8 to 31 nL/kPa; calculated.",
            p => p.CatheterNlPerKPa, (p, v) => p.CatheterNlPerKPa = v),
        new("catheter.paSecondsPerM3", "Pa.s/m3", 1e9, 1e18,
            "Resistance of the catheter, for water at 37 C.",
            "Poiseuille, 0.6 mm bore, 400 mm; 6.5e10 to 1.8e11 for usual sizes. Above 1e15 it is shut.",
            p => p.CatheterPaSecondsPerM3, (p, v) => p.CatheterPaSecondsPerM3 = v),

        // Sensors
        .. PlantSensors.Rows,
    ];

    /// <summary>The table for people, with the nominal values.</summary>
    public static string Markdown() => NumberTable.Markdown(Rows, new PlantParameters());
}
