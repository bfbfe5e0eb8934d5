using System;
using System.Collections.Generic;
using System.Linq;
using Haip.Core.Delivery;
using Haip.VirtualBoard.Campaigns.Faults;
using Haip.VirtualBoard.Comparison;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Population;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Campaigns.Accuracy;

/// <summary>One course with one patient: what he got, against what was ordered, second by second.</summary>
internal sealed class AccuracyRun
{
    private const double StartSeconds = 90;      // the self-test takes up to 70
    private const double OrderedForDays = 21;
    private const double EmptyingSeconds = 120;  // the last packet of a bolus, and the average in what is stored
    private const double SecondsPerMinute = 60;
    private const double UlPerNl = 1e-3;
    private const double SecondsPerHour = 3_600;

    private readonly AccuracyCourse _course;
    private readonly PumpSimulation _simulation;
    private readonly FaultlessLife _life;
    private readonly FlowTrace _flow;
    private readonly AccuracyTrumpets? _trumpets;
    private readonly List<ComparedPump> _others;
    private readonly VolumeError _error = new();
    private readonly VolumeError _metered = new();
    private double _beganSeconds;

    private AccuracyRun(AccuracyCourse course, Patient patient, int noiseSeed)
    {
        course.Change?.Invoke(patient.Plant);
        IReadOnlyList<ScenarioStep> life = course.Over(patient.Life, StartSeconds);
        _course = course;
        _simulation = new PumpSimulation(patient.Plant, new Scenario(course.Name, "", course.LifeDays, noiseSeed, [], life), noiseSeed);
        _life = new FaultlessLife(_simulation, patient.Number, course.Name, life);
        _flow = new FlowTrace(course.FlowMinutes * SecondsPerMinute, course.FlowHours * SecondsPerHour);
        _trumpets = course.Trumpets ? new AccuracyTrumpets(course.Hours) : null;
        _others = course.Compared ? [.. ComparisonPumps.Of(patient, course.MlPerDay).Select(pump => new ComparedPump(pump, course))] : [];
    }

    private double OrderedNl => _simulation.Prescription.OrderedNl;

    private double DeliveredNl => _simulation.Rig.Fluid.DeliveredNl;

    private double PacketUl => Math.Round(DeliveredNl * UlPerNl / Math.Max(1, _simulation.Pump.Status.PacketCount), 4);

    /// <param name="index">Its place in the whole campaign.</param>
    public static AccuracyResult Run(int index, AccuracyCourse course, CampaignSetup setup, int patientNumber)
    {
        int what = AccuracyCourses.All.TakeWhile(other => other != course).Count();
        Patient patient = PatientPopulation.Draw(patientNumber, setup.Seed, course.LifeDays);
        var run = new AccuracyRun(course, patient, setup.NoiseSeed(patientNumber, what));
        run.Go();
        return run.Result(index, patientNumber);
    }

    private void Go()
    {
        _simulation.RunTo(StartSeconds - 1);
        Person person = _simulation.Person;
        PumpSituations.Ask(_simulation, () => _course.IsBolus ? person.StartBolus(_course.BolusMl, AccuracyCourse.BolusMlPerDay) : person.StartTherapy(_course.MlPerDay, OrderedForDays));
        _beganSeconds = _simulation.Rig.Clock.NowSeconds;
        long endSeconds = (long)(_course.Hours * SecondsPerHour);
        Take(0);

        for (long seconds = 1; seconds <= endSeconds; seconds++)
        {
            _simulation.RunTo(_beganSeconds + seconds);
            Take(seconds);

            if (_course.IsBolus && _simulation.Pump.Status.State == PumpState.Standby)
            {
                _simulation.RunTo(_beganSeconds + seconds + EmptyingSeconds);
                return;
            }
        }
    }

    private void Take(long seconds)
    {
        foreach (ComparedPump other in _others)
        {
            other.Advance(seconds == 0 ? 0 : 1, _simulation.Rig.Fluid);
            other.Take(seconds, OrderedNl);
        }

        if (seconds == (long)(_course.FromHours * SecondsPerHour))
        {
            _error.Begin(OrderedNl, DeliveredNl);
            _metered.Begin(DeliveredNl, _simulation.Pump.Status.MeteredNl);
            _others.ForEach(other => other.Begin(OrderedNl));
        }

        _trumpets?.Take(seconds, OrderedNl, DeliveredNl);
        _flow.Take(seconds, OrderedNl, DeliveredNl);

        if (seconds % (long)SecondsPerMinute == 0)
        {
            _life.Look();
        }
    }

    private AccuracyResult Result(int index, int patientNumber) =>
        new(index, _course.Name, patientNumber, _error.Percent(OrderedNl, DeliveredNl), _metered.Percent(DeliveredNl, _simulation.Pump.Status.MeteredNl), PacketUl)
        {
            TrumpetPercent = _trumpets?.All(),
            SampledTrumpetPercent = _trumpets?.Sampled,
            FirstTrumpetPercent = _trumpets?.First,
            LastTrumpetPercent = _trumpets?.Last,
            FlowPercent = _flow.ErrorPercent,
            OtherErrorPercent = ByName(_others, other => other.ErrorPercent(OrderedNl)),
            OtherFlowPercent = ByName(_others, other => other.FlowPercent ?? []),
            FalseAlarms = _life.FalseAlarms.Count == 0 ? null : _life.FalseAlarms,
        };

    private static SortedDictionary<string, T>? ByName<T>(List<ComparedPump> pumps, Func<ComparedPump, T> value) =>
        pumps.Count == 0 ? null : new SortedDictionary<string, T>(pumps.ToDictionary(pump => pump.Name, value), StringComparer.Ordinal);
}
