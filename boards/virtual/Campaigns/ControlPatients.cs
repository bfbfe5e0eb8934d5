using System;
using System.Collections.Generic;
using System.Linq;
using Haip.Core.Delivery;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>Patients whose pumps have no fault and who live: they sleep, walk, cough, stand up, fly, faint, and their hearts stumble.</summary>
internal static class ControlPatients
{
    public const int DaysEach = 5;

    private const double SecondsPerHour = 3_600;
    private const double SecondsPerDay = 86_400;
    private const double SecondsPerMinute = 60;
    private const double PersonComesMinutes = 10;
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
        Live(simulation);
        return [.. simulation.Recorder.Alarms().Select(alarm => new ControlAlarm(patient + 1, alarm.Id, Math.Round(alarm.RaisedAtMs / (SecondsPerHour * 1000), 3), Lately(scenario.Steps, alarm.RaisedAtMs)))];
    }

    // A person resumes what a false alarm has stopped, so that every day counts.
    private static void Live(PumpSimulation simulation)
    {
        int heldMinutes = 0;

        for (double seconds = SecondsPerMinute; seconds <= DaysEach * SecondsPerDay; seconds += SecondsPerMinute)
        {
            simulation.RunTo(seconds);
            bool held = simulation.Pump.Status.State is PumpState.Stopped or PumpState.Patency or PumpState.Suspended;
            heldMinutes = held ? heldMinutes + 1 : 0;

            if (heldMinutes >= PersonComesMinutes)
            {
                simulation.Person.Acknowledge();
                simulation.Person.Resume();
                heldMinutes = 0;
            }
        }
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

    // The last thing that happened to the patient: where to look first.
    private static string Lately(IReadOnlyList<ScenarioStep> steps, long atMs)
    {
        ScenarioStep last = steps.LastOrDefault(step => step.AtMs <= atMs);
        return FormattableString.Invariant($"{last.Verb} {last.Value} {(atMs - last.AtMs) / 1000.0:0} s before");
    }
}
