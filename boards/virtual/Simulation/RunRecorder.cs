using System;
using System.Collections.Generic;
using System.Globalization;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Simulation;

/// <summary>Watches a run from outside: alarms from raised to cleared, changes of state, and truth against the order.</summary>
public sealed class RunRecorder
{
    /// <summary>More events than anybody reads; a pump that chatters must not fill the memory.</summary>
    private const int MostEvents = 10_000;

    private readonly PumpSimulation _simulation;
    private readonly long[] _raisedAtMs = new long[AlarmTable.Rows.Length];
    private readonly bool[] _raised = new bool[AlarmTable.Rows.Length];
    private readonly List<AlarmRecord> _cleared = [];
    private PumpState _state;
    private int _changeCount;
    private int _raisedCount;

    public RunRecorder(PumpSimulation simulation) => _simulation = simulation;

    public List<RunEvent> Events { get; } = [];

    public Trumpet Trumpet { get; } = new(Trumpet.AmbulatoryMinutes);

    public long TickCount { get; private set; }

    /// <summary>The most that ever waited behind an occlusion: what its release would give at once.</summary>
    public double MaxStoredNl { get; private set; }

    /// <summary>The most that the patient ever lacked against the order, taken every minute.</summary>
    public double MaxMissedNl { get; private set; }

    public void Note(ScenarioStep step) =>
        Note(string.Create(CultureInfo.InvariantCulture, $"{step.Verb} {(step.Part == ScenarioPart.None ? step.Value : step.Part)}"));

    public void Note(string what)
    {
        if (Events.Count < MostEvents)
        {
            Events.Add(new RunEvent(_simulation.Rig.Clock.NowMs, what));
        }
    }

    /// <summary>After every beat.</summary>
    public void Observe()
    {
        TickCount++;
        MaxStoredNl = Math.Max(MaxStoredNl, _simulation.Rig.Fluid.StoredNl);

        if (_simulation.Pump.Status.State != _state)
        {
            _state = _simulation.Pump.Status.State;
            Note($"state {_state}");
        }

        // No alarm stands and none stood, as in most beats: nothing to compare.
        if (_raisedCount == 0 && _simulation.Pump.Alarms.StandingCount == 0)
        {
            return;
        }

        for (int i = 0; i < _raised.Length; i++)
        {
            bool raised = _simulation.Pump.Alarms.IsRaised(i);

            if (raised != _raised[i])
            {
                Change(i, raised);
            }
        }
    }

    /// <summary>Once a minute.</summary>
    public void TakeMinute()
    {
        double orderedNl = _simulation.Prescription.OrderedNl;
        double deliveredNl = _simulation.Rig.Fluid.DeliveredNl;
        MaxMissedNl = Math.Max(MaxMissedNl, orderedNl - deliveredNl);

        if (_simulation.Prescription.ChangeCount != _changeCount)
        {
            _changeCount = _simulation.Prescription.ChangeCount;
            Trumpet.Restart();
        }

        Trumpet.Take(orderedNl, deliveredNl);
    }

    /// <summary>Every alarm so far, in the order in which they were raised.</summary>
    public List<AlarmRecord> Alarms()
    {
        var all = new List<AlarmRecord>(_cleared);

        for (int i = 0; i < _raised.Length; i++)
        {
            if (_raised[i])
            {
                all.Add(Record(i, null));
            }
        }

        all.Sort((a, b) => a.RaisedAtMs.CompareTo(b.RaisedAtMs));
        return all;
    }

    private void Change(int row, bool raised)
    {
        _raised[row] = raised;
        _raisedCount += raised ? 1 : -1;

        if (raised)
        {
            _raisedAtMs[row] = _simulation.Rig.Clock.NowMs;
            Note($"alarm {AlarmTable.Rows[row].Id} raised");
            return;
        }

        Note($"alarm {AlarmTable.Rows[row].Id} cleared");

        if (_cleared.Count < MostEvents)
        {
            _cleared.Add(Record(row, _simulation.Rig.Clock.NowMs));
        }
    }

    private AlarmRecord Record(int row, long? clearedAtMs)
    {
        Alarm alarm = AlarmTable.Rows[row];
        return new AlarmRecord(alarm.Id.ToString(), alarm.Priority.ToString(), _raisedAtMs[row], clearedAtMs);
    }
}
