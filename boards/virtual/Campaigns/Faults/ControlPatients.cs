using System;
using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Campaigns.Faults;

/// <summary>Patients whose pumps have no fault and who live: they sleep, walk, cough, stand up, fly, faint, and their hearts stumble.</summary>
internal static class ControlPatients
{
    public const int DaysEach = 5;

    private const string Name = "control";
    private const double SecondsPerHour = 3_600;
    private const double SecondsPerDay = 86_400;
    private const double SecondsPerMinute = 60;
    private const double LargestPostureKPa = 3;
    private const double CabinKPa = 76;
    private const double GroundKPa = 101.3;

    /// <summary>Lets one patient live.</summary>
    /// <returns>Every alarm, which is one too many.</returns>
    public static List<ControlAlarm> Run(int patient, int seed)
    {
        var chance = new Noise((ulong)(seed + (patient * 7_919)) + 11);
        double meanKPa = 10.5 + (3.5 * chance.NextUniform());
        var plant = new PlantParameters { ArteryMeanPa = meanKPa * 1000, ArteryPulsePa = 4_200 + (2_500 * chance.NextUniform()), PumpStrengthPercent = 90 + (20 * chance.NextUniform()) };
        List<ScenarioStep> steps = [FaultTable.Step(ScenarioVerb.StartTherapy, 0.6 + (1.2 * chance.NextUniform()), 14 * SecondsPerDay, atSeconds: 120)];

        for (int day = 0; day < DaysEach; day++)
        {
            Live(steps, chance, patient, day, meanKPa, plant.ArteryPulsePa / 1000);
        }

        var scenario = new Scenario($"patient {patient + 1}", "", DaysEach, seed + patient, [], [.. steps.OrderBy(step => step.AtMs)]);
        var simulation = new PumpSimulation(plant, scenario, scenario.Seed);
        var attendant = new Attendant(simulation);

        for (double seconds = SecondsPerMinute; seconds <= DaysEach * SecondsPerDay; seconds += SecondsPerMinute)
        {
            simulation.RunTo(seconds);
            attendant.Look();
        }

        return [.. simulation.Recorder.Alarms().Select(alarm => ControlAlarm.Of(patient + 1, Name, alarm, scenario.Steps))];
    }

    private static void Live(List<ScenarioStep> steps, Noise chance, int patient, int day, double meanKPa, double pulseKPa)
    {
        double dawn = day * SecondsPerDay;
        void At(double hours, ScenarioVerb verb, double value, double overSeconds = 0) =>
            steps.Add(FaultTable.Step(verb, Math.Round(value, 3), overSeconds, atSeconds: dawn + (hours * SecondsPerHour)));

        // The run starts at six in the morning; the night begins at hour 16.
        At(0.1, ScenarioVerb.HeartRate, 72);
        At(0.1, ScenarioVerb.Breathing, 0.8);
        At(16, ScenarioVerb.HeartRate, 56);
        At(16, ScenarioVerb.ArteryMean, meanKPa - 1.2, 1_800);

        // Posture: up to 3 kPa at once, never further than that from the mean.
        double postureKPa = 0;

        for (int i = 0; i < 24; i++)
        {
            double byKPa = 0.5 + (2.5 * chance.NextUniform());
            bool up = Math.Abs(postureKPa) > 0.1 ? postureKPa < 0 : chance.NextUniform() < 0.5;
            postureKPa = Math.Clamp(postureKPa + (up ? byKPa : -byKPa), -LargestPostureKPa, LargestPostureKPa);
            At(0.2 + (0.64 * (i + chance.NextUniform())), ScenarioVerb.ArteryMean, meanKPa + postureKPa, 5);
        }

        for (int i = 0; i < 3; i++)
        {
            double hours = 0.5 + (4.5 * i) + (3.5 * chance.NextUniform());
            At(hours, ScenarioVerb.HeartRate, 105 + (20 * chance.NextUniform()));
            At(hours, ScenarioVerb.Breathing, 2);
            At(hours + 0.5, ScenarioVerb.HeartRate, 72);
            At(hours + 0.5, ScenarioVerb.Breathing, 0.8);
        }

        for (int i = 0; i < 12; i++)
        {
            double hours = 23 * chance.NextUniform();

            for (int cough = 0; cough < 3; cough++)
            {
                At(hours + (cough * 2.5 / SecondsPerHour), ScenarioVerb.Cough, 5 + (5 * chance.NextUniform()));
            }
        }

        if ((day + patient) % 2 == 0)
        {
            double hours = 16.5 + (4 * chance.NextUniform());
            At(hours, ScenarioVerb.ArteryMean, 7, 120);
            At(hours, ScenarioVerb.ArteryPulse, 2.5);
            At(hours + 0.5, ScenarioVerb.ArteryMean, meanKPa, 300);
            At(hours + 0.5, ScenarioVerb.ArteryPulse, pulseKPa);
        }

        // Every fourth heart never beats regularly, the others stumble for an hour.
        double stumbles = 20 * chance.NextUniform();
        At(patient % 4 == 0 ? 0.05 : stumbles, ScenarioVerb.Arrhythmia, 25);
        At(patient % 4 == 0 ? 23.9 : stumbles + 1, ScenarioVerb.Arrhythmia, patient % 4 == 0 ? 25 : 0);

        if (patient % 5 == 0 && day == 2)
        {
            At(5, ScenarioVerb.AmbientPressure, CabinKPa, 1_200);
            At(9, ScenarioVerb.AmbientPressure, GroundKPa, 1_200);
        }
    }
}
