using System;
using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>A pump without a fault in a patient who lives: an alarm that tells the truth about his world is right, every other one is false.</summary>
/// <param name="during">Names it in the list of false alarms.</param>
/// <param name="life">What happens to the patient, in the order of time.</param>
internal sealed class FaultlessLife(PumpSimulation simulation, int patient, string during, IReadOnlyList<ScenarioStep> life)
{
    private readonly Attendant _attendant = new(simulation);
    private readonly TrueAlarms _truth = new(simulation);
    private int _known;

    public List<ControlAlarm> FalseAlarms { get; } = [];

    /// <summary>Alarms whose condition was there.</summary>
    public int TrueAlarmCount { get; private set; }

    /// <summary>Once a minute.</summary>
    public void Look()
    {
        _truth.Look();
        List<AlarmRecord> alarms = simulation.Recorder.Alarms();

        foreach (AlarmRecord alarm in alarms.Skip(_known))
        {
            if (_truth.Holds(alarm))
            {
                TrueAlarmCount++;
            }
            else
            {
                FalseAlarms.Add(ControlAlarm.Of(patient, during, alarm, life));
            }
        }

        _known = Math.Max(_known, alarms.Count);
        _attendant.Look();
    }
}
