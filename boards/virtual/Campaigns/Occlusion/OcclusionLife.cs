using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Campaigns.Faults;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Population;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Campaigns.Occlusion;

/// <summary>Five days of a patient whose pump and catheter have no fault, at a usual rate, with a bolus on the second day.</summary>
internal static class OcclusionLife
{
    public const int DaysEach = 5;

    private const string Name = "life";
    private const double StartSeconds = 90;      // the self-test takes up to 70
    private const double OrderedForDays = 21;
    private const double LowestMlPerDay = 0.5;
    private const double HighestMlPerDay = 2;
    private const double BolusMl = 0.5;
    private const double BolusSeconds = 3_600;
    private const double BolusAtHours = 36;
    private const double SecondsPerMinute = 60;
    private const double MinutesPerDay = 1_440;
    private const double MsPerHour = 3.6e6;

    /// <param name="index">Its place in the whole campaign.</param>
    public static OcclusionResult Run(int index, CampaignSetup setup, int patientNumber)
    {
        int noiseSeed = setup.NoiseSeed(patientNumber, 0);
        var chance = new Noise((ulong)noiseSeed);
        Patient patient = PatientPopulation.Draw(patientNumber, setup.Seed, DaysEach);
        var bolus = new ScenarioStep((long)(BolusAtHours * MsPerHour), ScenarioVerb.StartBolus, BolusMl, BolusSeconds, ScenarioPart.None);
        List<ScenarioStep> steps = [.. patient.Life.Append(bolus).OrderBy(step => step.AtMs)];
        var simulation = new PumpSimulation(patient.Plant, new Scenario(Name, "", DaysEach, noiseSeed, [], steps), noiseSeed);
        var life = new FaultlessLife(simulation, patientNumber, Name, patient.Life);

        simulation.RunTo(StartSeconds - 1);
        PumpSituations.Ask(simulation, () => simulation.Person.StartTherapy(LowestMlPerDay + ((HighestMlPerDay - LowestMlPerDay) * chance.NextUniform()), OrderedForDays));

        for (int minute = 1; minute <= DaysEach * MinutesPerDay; minute++)
        {
            simulation.RunTo(minute * SecondsPerMinute);
            life.Look();
        }

        return new OcclusionResult(index, "", patientNumber) { Days = DaysEach, TrueAlarms = life.TrueAlarmCount, FalseAlarms = life.FalseAlarms.Count == 0 ? null : life.FalseAlarms };
    }
}
