using System;
using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>An alarm of a pump without a fault.</summary>
/// <param name="During">What the pump was doing with him: a course, or a life.</param>
/// <param name="Lately">What happened to the patient last.</param>
public sealed record ControlAlarm(int Patient, string During, string Alarm, double AtHours, string Lately)
{
    private const double MsPerHour = 3.6e6;
    private const double MsPerSecond = 1_000;

    /// <param name="life">In the order of time: the last of it before the alarm is where to look first.</param>
    internal static ControlAlarm Of(int patient, string during, AlarmRecord alarm, IReadOnlyList<ScenarioStep> life)
    {
        ScenarioStep last = life.LastOrDefault(step => step.AtMs <= alarm.RaisedAtMs);
        string lately = FormattableString.Invariant($"{last.Verb} {last.Value} {(alarm.RaisedAtMs - last.AtMs) / MsPerSecond:0} s before");
        return new ControlAlarm(patient, during, alarm.Id, Math.Round(alarm.RaisedAtMs / MsPerHour, 3), life.Count == 0 ? "nothing" : lately);
    }
}
