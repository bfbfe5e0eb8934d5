using System;
using System.Collections.Generic;
using System.Linq;
using Haip.Core.Delivery;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Campaigns.Faults;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Population;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Campaigns.Occlusion;

/// <summary>One catheter that fails at a random moment of a random hour of a patient's day, and what the pump says.</summary>
internal sealed class OcclusionRun
{
    private const double StartSeconds = 90;          // the self-test takes up to 70
    private const double OrderedForDays = 21;
    private const double BolusMl = 5;
    private const double LastHourOfDay = 20;
    private const double LeastMinutesBefore = 20;
    private const double MostMinutesBefore = 90;
    private const double AfterAlarmSeconds = 120;
    private const int MostStarts = 10;
    private const double AgainMinutes = 5;
    private const double SecondsPerMinute = 60;
    private const double MsPerSecond = 1_000;
    private const double UlPerNl = 1e-3;

    private readonly OcclusionCase _case;
    private readonly PumpSimulation _simulation;
    private readonly AlarmWatch _alarms;
    private readonly long _beganMs;
    private readonly double _owedNl;
    private PacketPhase _phase;
    private int _packets;
    private int _packetsToAlarm;
    private double _missedNl;
    private double _storedNl;

    private OcclusionRun(OcclusionCase @case, PumpSimulation simulation)
    {
        _case = @case;
        _simulation = simulation;
        _alarms = new AlarmWatch(simulation, @case.Alarms);
        _beganMs = simulation.Rig.Clock.NowMs;
        _owedNl = OwedNl;
        _phase = simulation.Pump.Status.Phase;
    }

    private double OwedNl => _simulation.Prescription.OrderedNl - _simulation.Rig.Fluid.DeliveredNl;

    /// <param name="index">Its place in the whole campaign.</param>
    public static OcclusionResult Run(int index, OcclusionCase @case, CampaignSetup setup, int patientNumber)
    {
        int noiseSeed = setup.NoiseSeed(patientNumber, OcclusionCases.All.TakeWhile(other => other != @case).Count() + 1);
        var chance = new Noise((ulong)noiseSeed);
        Patient patient = PatientPopulation.Draw(patientNumber, setup.Seed, days: 1);
        IReadOnlyList<ScenarioStep> life = PatientLife.From(patient.Life, LastHourOfDay * chance.NextUniform());
        var simulation = new PumpSimulation(patient.Plant, new Scenario(@case.Name, "", 1, noiseSeed, [], life), noiseSeed);

        simulation.RunTo(StartSeconds - 1);
        PumpSituations.Ask(simulation, () => Order(@case, simulation.Person));
        LiveTo(simulation, SecondsPerMinute * (LeastMinutesBefore + ((MostMinutesBefore - LeastMinutesBefore) * chance.NextUniform())));
        string notReady = Deliver(simulation, @case);
        return new OcclusionRun(@case, simulation).Go(new OcclusionResult(index, @case.Name, patientNumber) { NotReady = notReady });
    }

    private static Verdict Order(OcclusionCase @case, Person person) =>
        @case.IsBolus ? person.StartBolus(BolusMl, @case.MlPerDay) : person.StartTherapy(@case.MlPerDay, OrderedForDays);

    private static void LiveTo(PumpSimulation simulation, double seconds)
    {
        var attendant = new Attendant(simulation);

        while (simulation.Rig.Clock.NowSeconds < seconds)
        {
            simulation.RunTo(Math.Min(seconds, simulation.Rig.Clock.NowSeconds + SecondsPerMinute));
            attendant.Look();
        }
    }

    // A catheter that fails behind a pump that a false alarm has stopped shows nothing: delivery goes on first.
    private static string Deliver(PumpSimulation simulation, OcclusionCase @case)
    {
        PumpState wanted = @case.IsBolus ? PumpState.Bolus : PumpState.Infusing;

        for (int i = 0; i < MostStarts && simulation.Pump.Status.State != wanted; i++)
        {
            simulation.Person.Acknowledge();

            if (@case.IsBolus)
            {
                simulation.Person.EndTherapy();
            }

            if (simulation.Pump.Status.State == PumpState.Standby)
            {
                Order(@case, simulation.Person);
            }
            else
            {
                simulation.Person.Resume();
            }

            simulation.RunTo(simulation.Rig.Clock.NowSeconds + (AgainMinutes * SecondsPerMinute));
        }

        PumpState state = simulation.Pump.Status.State;
        return state == wanted ? "" : state.ToString();
    }

    private OcclusionResult Go(OcclusionResult result)
    {
        _simulation.Do(_case.Fault);
        double patienceMs = _beganMs + (_case.PatienceMinutes * SecondsPerMinute * MsPerSecond);

        while (_simulation.Rig.Clock.NowMs < (_alarms.First is null ? patienceMs : _alarms.FirstAtMs + (AfterAlarmSeconds * MsPerSecond)))
        {
            _simulation.Tick();
            Measure();
        }

        return result with
        {
            AlarmSeconds = _alarms.First is null ? null : Math.Round((_alarms.FirstAtMs - _beganMs) / MsPerSecond, 2),
            Packets = _packetsToAlarm,
            MissedUl = Math.Round(_missedNl * UlPerNl, 4),
            ReleaseUl = Math.Round(_storedNl * UlPerNl, 4),
            Alarm = _alarms.First?.Id.ToString() ?? "",
            Others = _alarms.Others,
        };
    }

    private void Measure()
    {
        PacketPhase phase = _simulation.Pump.Status.Phase;
        _packets += phase == PacketPhase.Empty && _phase != PacketPhase.Empty ? 1 : 0;
        _phase = phase;
        _storedNl = Math.Max(_storedNl, _simulation.Rig.Fluid.StoredNl);
        bool told = _alarms.First is not null;
        _alarms.Take();

        if (!told)
        {
            _packetsToAlarm = _packets;
            _missedNl = Math.Max(0, OwedNl - _owedNl);
        }
    }
}
