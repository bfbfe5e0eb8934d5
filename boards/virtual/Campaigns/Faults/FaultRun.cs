using System;
using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Campaigns.Faults;

/// <summary>One case: a pump in its state, the fault, and what the pump does about it, measured from outside.</summary>
internal sealed class FaultRun
{
    /// <summary>More than this beyond the order is a failure whatever the alarm.</summary>
    public const double MostExtraUl = 5;

    private const double StartAfterSeconds = 60;    // a person comes and starts delivery
    private const double ActionSeconds = 15;        // a packet on its way out is metered first
    private const double AfterwardsSeconds = 600;
    private const double MsPerSecond = 1_000;
    private const double UlPerNl = 1e-3;
    private const double PatencyNlPerMs = DeliverySchedule.DefaultPatencyNlPerHour / 3_600_000.0;

    private static readonly Scenario s_nothing = new("fault", "", 1, 1, [], []);

    private readonly PumpSimulation _simulation;
    private readonly FaultCase _case;
    private readonly AlarmWatch _alarms;
    private readonly Excess _excess = new();
    private readonly long _beganMs;
    private readonly double _deliveredNl;
    private double _orderedNl;
    private double _permittedNl;
    private long _lastMs;
    private long _boundFromMs;
    private long _railOffMs = -1;
    private int _step;
    private bool _started;
    private string _stateAfter = "";
    private string _wrong = "";

    private FaultRun(PumpSimulation simulation, FaultCase @case)
    {
        _simulation = simulation;
        _case = @case;
        _alarms = new AlarmWatch(simulation, @case.Alarms);
        _beganMs = simulation.Rig.Clock.NowMs;
        _boundFromMs = _beganMs;
        _lastMs = _beganMs;
        _deliveredNl = simulation.Rig.Fluid.DeliveredNl;
        _orderedNl = simulation.Prescription.OrderedNl;
    }

    public static FaultResult Run(FaultCase @case, int seed)
    {
        var simulation = new PumpSimulation(new PlantParameters(), s_nothing, seed + @case.Number);

        if (!PumpSituations.Bring(simulation, @case.Situation.State))
        {
            return Result(@case, null, null, "", simulation.Pump.Status.State.ToString(), 0, false, "the pump did not come into this state");
        }

        return new FaultRun(simulation, @case).Go();
    }

    private FaultResult Go()
    {
        double boundMs = _case.BoundSeconds * MsPerSecond;

        while (_simulation.Rig.Clock.NowMs < End(boundMs))
        {
            DoSteps();
            _simulation.Tick();
            Measure();

            if (_case.NeedsStart && !_started && _simulation.Rig.Clock.NowMs - _beganMs >= StartAfterSeconds * MsPerSecond)
            {
                StartDelivery();
            }

            if (_alarms.First is not null && _stateAfter.Length == 0 && _simulation.Rig.Clock.NowMs - _alarms.FirstAtMs >= ActionSeconds * MsPerSecond)
            {
                JudgeAction();
            }
        }

        return Judge(boundMs);
    }

    private double End(double boundMs) =>
        (_alarms.First is null ? _boundFromMs + boundMs : Math.Min(_alarms.FirstAtMs, _boundFromMs + boundMs)) + (AfterwardsSeconds * MsPerSecond)
        + (_case.NeedsStart && !_started && _alarms.First is null ? StartAfterSeconds * MsPerSecond : 0);

    private void DoSteps()
    {
        while (_step < _case.Row.Steps.Count && _simulation.Rig.Clock.NowMs - _beganMs >= _case.Row.Steps[_step].AtMs)
        {
            _simulation.Do(_case.Row.Steps[_step++]);
        }
    }

    private void StartDelivery()
    {
        _started = true;
        Person person = _simulation.Person;
        person.Acknowledge();
        _alarms.Acknowledged();
        _boundFromMs = _simulation.Rig.Clock.NowMs;

        if (_case.Situation.State == PumpState.Standby)
        {
            person.StartTherapy(PumpSituations.TherapyMlPerDay, PumpSituations.TherapyDays);
        }
        else
        {
            person.Resume();
        }
    }

    private void Measure()
    {
        Rig rig = _simulation.Rig;
        double orderedNl = _simulation.Prescription.OrderedNl;
        _permittedNl += Permitted(orderedNl - _orderedNl, rig.Clock.NowMs - _lastMs);
        _orderedNl = orderedNl;
        _lastMs = rig.Clock.NowMs;
        _excess.Take(rig.Fluid.DeliveredNl - _deliveredNl - _permittedNl);

        if (_railOffMs < 0 && !rig.RailOn)
        {
            _railOffMs = rig.Clock.NowMs - _beganMs;
        }

        if (rig.Powered && _simulation.Processor.Runs)
        {
            _alarms.Take();
        }
    }

    // The order until the alarm, and from then on what the alarm's row leaves of it.
    private double Permitted(double orderedNl, long ms)
    {
        AlarmResponse response = _alarms.First?.Response ?? (_case.Situation.State == PumpState.Stopped && !_started ? AlarmResponse.Stop : AlarmResponse.Continue);

        return response switch
        {
            AlarmResponse.Stop => 0,
            AlarmResponse.PatencyRate => Math.Min(orderedNl, PatencyNlPerMs * ms),
            _ => orderedNl,
        };
    }

    private void JudgeAction()
    {
        PumpState state = _simulation.Pump.Status.State;
        AlarmResponse response = _alarms.Response;
        PumpState expected = Expected(_alarms.StateBefore, response, state);
        _stateAfter = state.ToString();

        if (state != expected)
        {
            _wrong = $"{state} and not {expected}";
        }
        else if (response == AlarmResponse.Stop && _simulation.Rig.Actuated)
        {
            _wrong = "stopped, and pump or valve still driven";
        }
    }

    private static PumpState Expected(PumpState before, AlarmResponse response, PumpState now) => (before, response) switch
    {
        (_, AlarmResponse.Stop) => PumpState.Stopped,
        (PumpState.Infusing, AlarmResponse.PatencyRate) => PumpState.Patency,
        (PumpState.Bolus, AlarmResponse.PatencyRate) => PumpState.Standby,
        (PumpState.SelfTest, _) => now, // it goes on to whatever the reset broke off
        _ => before,
    };

    private FaultResult Judge(double boundMs)
    {
        bool wentOn = _case.Row.MayGoOn && _simulation.Processor.Runs && (_simulation.Pump.Status.State == _case.Situation.State || (_case.Tests && _simulation.Pump.Status.State == PumpState.Infusing));
        bool needsAlarm = !_case.Harmless && !wentOn;
        double? afterSeconds = _alarms.First is null ? null : Math.Round(Math.Max(0, _alarms.FirstAtMs - _boundFromMs) / MsPerSecond, 1);
        double extraUl = Math.Round(_excess.MostNl * UlPerNl, 2);
        bool silent = needsAlarm && !_alarms.Any;
        string why = string.Join("; ", new[]
        {
            silent ? "silent" : needsAlarm && afterSeconds is null ? "none of the alarms demanded" : "",
            needsAlarm && afterSeconds * MsPerSecond > boundMs ? "late" : "",
            needsAlarm ? _wrong : "",
            extraUl > MostExtraUl ? "too much drug" : "",
            RailStaysOn() ? "the watchdog left the rail on" : "",
        }.Where(text => text.Length > 0));

        string stateAfter = _stateAfter.Length > 0 ? _stateAfter : _simulation.Processor.Runs ? _simulation.Pump.Status.State.ToString() : "not running";
        return Result(_case, _alarms.First, afterSeconds, _alarms.Others, stateAfter, extraUl, silent, why);
    }

    private bool RailStaysOn() => _case.Row.RailOffSeconds > 0 && (_railOffMs < 0 || _railOffMs > _case.Row.RailOffSeconds * MsPerSecond);

    private static FaultResult Result(FaultCase @case, Alarm? first, double? afterSeconds, string others, string stateAfter, double extraUl, bool silent, string why) => new(
        @case.Row.Group, @case.Row.Name, @case.Situation.State.ToString(), @case.Harmless ? $"none: {@case.Row.Harmless}" : string.Join(" ", @case.Row.Alarms),
        @case.BoundSeconds, first?.Id.ToString() ?? "", afterSeconds, others, stateAfter, extraUl, silent, why);
}
