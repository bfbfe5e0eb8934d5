using System;
using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Population;

/// <summary>In what patients and pumps differ, and how much. To add something: a row.</summary>
/// <remarks>What has no row is nominal in every patient.</remarks>
public static class PopulationTable
{
    public static IReadOnlyList<PopulationRow> Rows { get; } =
    [
        // Patient
        Plant("patient.arteryMeanPa", Distribution.Normal(12_400, 1_300, 8_500, 16_000), "8 to 16 kPa (general physiology)."),
        Plant("patient.arteryPulsePa", Distribution.Normal(5_300, 1_000, 3_000, 9_000), "3 to 9 kPa (general physiology)."),
        Plant("patient.heartRateHz", Distribution.Normal(1.2, 0.17, 0.8, 2), "0.8 to 2 Hz (general physiology)."),
        Plant("patient.respirationPa", Distribution.Even(500, 1_000), "0.5 to 1 kPa (general physiology)."),
        Plant("patient.respirationHz", Distribution.Even(0.2, 0.3), "0.2 to 0.3 Hz (general physiology)."),
        Plant("patient.mayerWavePa", Distribution.Even(500, 1_000), "0.5 to 1 kPa (general physiology)."),
        Plant("patient.bodyC", Distribution.Normal(36.6, 0.3, 35.8, 37.4), "At six in the morning (general physiology)."),

        // Habits
        Habit("habits.circadianC", "C", Distribution.Normal(0.4, 0.1, 0.1, 0.7), "Half of what body temperature swings in a day; coolest at five in the morning.",
            "About half a degree either way (general physiology).", (h, v) => h.CircadianC = v),
        Habit("habits.nightDipPa", "Pa", Distribution.Normal(1_300, 500, 0, 2_600), "By how much the artery's mean is lower at night.",
            "10 to 20 % in most, none in some (general physiology).", (h, v) => h.NightDipPa = v),
        Habit("habits.nightBeatsPerMinute", "beats/min", Distribution.Normal(13, 4, 0, 25), "By how much the heart is slower at night.",
            "General physiology.", (h, v) => h.NightBeatsPerMinute = v),
        Habit("habits.fibrillationPercent", "%", Distribution.Mixed(0.1, Distribution.Even(15, 28), Distribution.Always(0)), "Spread of the beats of a heart that never beats regularly.",
            "Atrial fibrillation in about a tenth of people above 75 (general knowledge); intervals spread by 20 to 30 %.", (h, v) => h.FibrillationPercent = v),
        Habit("habits.weatherPa", "Pa", Distribution.Even(300, 1_000), "Standard deviation of the air pressure through the weather, which lasts a day or two.",
            "Monthly spread at mid-latitudes, summer to winter (general knowledge).", (h, v) => h.WeatherPa = v),
        new("habits.homeMetres", "m", Distribution.Mixed(0.15, Distribution.Even(300, 1_800), Distribution.Mixed(0.03, Distribution.Even(-430, 0), Distribution.Even(0, 300))),
            "Assumed; the Dead Sea lies at -430 m, Denver at 1600 m.", "Where the patient lives.", (p, v) =>
            {
                p.Habits.HomeMetres = v;
                p.Plant.AmbientPa = Altitude.Pa(v);
            }),

        // Drug
        Plant("fluid.relativeViscosity", Distribution.Mixed(0.08, Distribution.EvenInFactors(1.1, 7.2), Distribution.Normal(1.03, 0.01, 1, 1.06)),
            "Aqueous drugs 1.02 to 1.05; glycerol mixtures to 5 mPa s at 37 C, which is 7.2 (Cheng 2008). The share is assumed."),

        // Reservoir
        Plant("reservoir.fillMl", Distribution.Even(24, 40), "16 to 60 mL are built; filled for at least two weeks."),
        Plant("reservoir.residualMl", Distribution.Even(1, 3), "1 to 3 mL (general knowledge)."),
        Plant("reservoir.fullPa", Distribution.Normal(3_000, 500, 1_500, 4_500), "Assumed: a bellows within half of nominal."),
        Plant("reservoir.paPerMl", Distribution.Normal(100, 15, 50, 150), "Assumed: a bellows within half of nominal."),
        Plant("reservoir.sealedPercent", Distribution.Even(0, 15), "Assumed: a case open to the air, gas in the drug."),

        // Pump
        Plant("pump.strengthPercent", Distribution.Normal(100, 8, 80, 125), "Parts to 15 % either way (general knowledge); 75 to 150 % in the data sheet (Bartels mp6 v1.2, table 2)."),
        Plant("pump.stallPaPerVolt", Distribution.Normal(180, 5, 165, 195), "Assumed, besides the strength."),
        Plant("pump.deadBandVolts", Distribution.Even(10, 15), "10 to 15 Vpp (Bartels mp6 data sheet v1.2, fig. 10)."),
        Plant("pump.idlePaSecondsPerM3", Distribution.EvenInFactors(2e12, 8e12), "Assumed: within a factor of two."),
        Plant("pump.viscousPercent", Distribution.Even(25, 75), "Assumed."),
        Plant("pump.percentPerC", Distribution.Even(0.1, 0.5), "0.1 to 0.5 % (general knowledge)."),
        Plant("pump.wearPercentPerDay", Distribution.EvenInFactors(0.0014, 0.0055), "0.5 to 2 % a year (general knowledge)."),

        // Valves
        Plant("valves.travelMs", Distribution.Normal(580, 40, 450, 660), "600 ms (Bartels catalogue of mp6 accessories v1.8); the spread is assumed."),
        Plant("valves.openPaSecondsPerM3", Distribution.EvenInFactors(5e10, 2e11), "Assumed: within a factor of two."),
        Plant("valves.inletLeakPaSecondsPerM3", Distribution.EvenInFactors(1e18, 1e20), "Assumed: 0.09 to 0.0009 % of 1.3 mL/day at 12.4 kPa."),
        Plant("valves.outletLeakPaSecondsPerM3", Distribution.EvenInFactors(1e18, 1e20), "As for the inlet valve."),
        Plant("valves.displacementNl", Distribution.Even(5, 40), "Assumed: small membrane valves."),

        // Chamber and restrictor
        Plant("chamber.nlPerKPa", Distribution.Normal(100, 3, 92, 108), "Assumed: wall and length of a silicone tube within some percent."),
        Plant("chamber.percentPerC", Distribution.Normal(0.2, 0.05, 0.05, 0.35), "Assumed: silicone softens by 0.1 to 0.3 % a degree, tubes of one kind within a half of that."),
        Plant("chamber.percentPerDay", Distribution.Normal(0, 0.015, -0.05, 0.05), "5 % a year in peristaltic tubes is 0.014 % a day (general knowledge); either way."),
        Plant("restrictor.paSecondsPerM3", Distribution.Normal(1e13, 4e11, 8.8e12, 1.12e13), "Assumed: the bore, to the fourth power, within 1 %."),

        // Catheter
        Plant("catheter.nlPerKPa", Distribution.Mixed(0.3, Distribution.Even(15, 31), Distribution.Even(73, 182)), "Polyurethane 15 to 31, silicone 73 to 182 nL/kPa (calculated for 400 mm). The share is assumed."),
        new("catheter.boreMm", "mm", Distribution.Even(0.5, 0.64), "0.5 to 0.64 mm (general knowledge).", "Bore; with the length it makes the resistance, after Poiseuille.", (p, v) => p.CatheterBoreMm = v),
        new("catheter.lengthMm", "mm", Distribution.Even(300, 800), "300 to 800 mm (general knowledge).", "Length.", (p, v) => p.CatheterLengthMm = v),

        // Sensors
        Plant("sensors.chamberSigmaPa", Distribution.Even(4, 16), "Sensors of this kind show up to 10 to 20 Pa at 20 Hz (general knowledge)."),
        Plant("sensors.chamberOffsetPa", Distribution.Normal(0, 170, -517, 517), "Total error band 517 Pa (Honeywell ABP2 data sheet), taken for three sigma."),
        Plant("sensors.chamberGainErrorPercent", Distribution.Normal(0, 0.3, -1, 1), "Assumed: twice the 0.25 % of the best straight line (Honeywell ABP2 data sheet), most of it at two sigma."),
        Plant("sensors.chamberPaPerC", Distribution.Normal(0, 4, -12, 12), "0.02 % of full scale, 7 Pa (general knowledge)."),
        Plant("sensors.chamberWalkPaPerRootDay", Distribution.Even(2, 8), "5 Pa (general knowledge)."),
        Plant("sensors.catheterSigmaPa", Distribution.Even(4, 16), "As for the chamber."),
        Plant("sensors.catheterOffsetPa", Distribution.Normal(0, 170, -517, 517), "As for the chamber."),
        Plant("sensors.catheterGainErrorPercent", Distribution.Normal(0, 0.3, -1, 1), "As for the chamber."),
        Plant("sensors.catheterPaPerC", Distribution.Normal(0, 4, -12, 12), "As for the chamber."),
        Plant("sensors.catheterWalkPaPerRootDay", Distribution.Even(2, 8), "As for the chamber."),
        Plant("sensors.flowGainErrorPercent", Distribution.Normal(0, 2, -5, 5), "5 % of the measured value (Sensirion SLF3S-0600F data sheet v1.2)."),
        Plant("sensors.flowGainPercentPerC", Distribution.Normal(0, 0.08, -0.2, 0.2), "0.09 to 0.2 % either way (Sensirion LG16 and LD20 data sheets)."),
        Plant("sensors.flowGainPercentPerDay", Distribution.Normal(0, 0.015, -0.05, 0.05), "Assumed: as the chamber's compliance."),
        Plant("sensors.flowOffsetNlPerMinute", Distribution.Normal(0, 150, -450, 450), "Assumed: one and a half of its steps."),
        Plant("sensors.flowSigmaNlPerMinute", Distribution.Even(50, 200), "Assumed: half to two of its steps."),
        Plant("sensors.reservoirOffsetPa", Distribution.Normal(0, 130, -400, 400), "200 to 400 Pa at most (general knowledge for MS5837-02BA)."),
        Plant("sensors.ambientOffsetPa", Distribution.Normal(0, 50, -150, 150), "50 to 100 Pa (general knowledge for barometers of its class)."),
        Plant("sensors.drugOffsetC", Distribution.Normal(0, 0.04, -0.1, 0.1), "0.1 C at most (TI TMP117 data sheet SNOSD82D)."),
        Plant("sensors.calibrationErrorPercent", Distribution.Normal(0, 0.25, -0.8, 0.8), "Weighing below a microlitre a minute: 0.5 % at two sigma is the target of MeDD II, 1 % what a laboratory reached (Batista 2020)."),
        Plant("sensors.flowCalibrationErrorPercent", Distribution.Normal(0, 0.3, -0.9, 0.9), "The same weighing, and the sensor's own repeatability on top."),

        // Other pumps
        new("comparison.vapourErrorPercent", "%", Distribution.Normal(0, 5, -15, 15), "10 to 15 % are claimed for pumps of this kind (general knowledge), taken for two to three sigma.",
            "By how much a vapour-pressure pump was made too fast.", (p, v) => p.Comparison.VapourErrorPercent = v),
        new("comparison.strokeErrorPercent", "%", Distribution.Normal(0, 2, -6, 6), "Assumed for strokes counted and weighed one pump at a time; without that parts differ by 15 %.",
            "By how much the strokes of an open-loop pump are larger than was found when it was new.", (p, v) => p.Comparison.StrokeErrorPercent = v),
    ];

    private static PopulationRow Plant(string path, Distribution spread, string source)
    {
        NumberKey<PlantParameters> key = PlantTable.Rows.First(row => row.Path == path);
        return new PopulationRow(path, key.Unit, spread, source, key.Meaning, (patient, value) => key.Set(patient.Plant, value));
    }

    private static PopulationRow Habit(string name, string unit, Distribution spread, string meaning, string source, Action<Habits, double> set) =>
        new(name, unit, spread, source, meaning, (patient, value) => set(patient.Habits, value));
}
