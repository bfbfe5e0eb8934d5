using System;
using System.Collections.Generic;
using Haip.Core.Safety;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>Alarms that a healthy pump owes its patient: their condition is looked for in the world, not in what the firmware thinks.</summary>
/// <remarks>The numbers are those that people read in docs/alarms.md, less what a sensor may err by.</remarks>
internal sealed class TrueAlarms(PumpSimulation simulation)
{
    private const double TemperatureErrorC = 0.2;
    private const double PressureErrorPa = 300;
    private const double VolumeErrorNl = 1_500_000;  // no pump knows to a millilitre what its own reservoir keeps
    private const double NlPerMl = 1e6;
    private const double PaPerKPa = 1e3;
    private const double HoursOfThreeDays = 72;
    private const double LeastPulsePa = 450;          // peak to peak; a pulse of 150 Pa effective value
    private const double LeastAirShare = 0.017;       // of the chamber's compliance: the alarm's 2 %, less what noise leaves of eight packets
    private const double DueShare = 0.9;              // of what was ordered in a quarter of an hour
    private const int WindowMinutes = 15;
    private const double SwingNl = 500;               // an artery that rises takes as much back into the chamber, and gives it up again
    private const long ForgottenMs = 3 * 60_000;      // alarms wait before they are raised, and people look once a minute

    private static readonly Dictionary<string, Func<PumpSimulation, bool>> s_rows = new()
    {
        [nameof(AlarmId.TemperatureOutOfRange)] = s => s.Rig.Fluid.BodyC is < 35 + TemperatureErrorC or > 39 - TemperatureErrorC,
        [nameof(AlarmId.AmbientPressureOutOfRange)] = s => s.Rig.Fluid.AmbientPa is < 70_000 + PressureErrorPa or > 120_000 - PressureErrorPa,
        [nameof(AlarmId.PulseLost)] = s => s.Rig.Fluid.Artery.PulsePa < LeastPulsePa,
        [nameof(AlarmId.AirInChamber)] = s => s.Rig.Fluid.Chamber.BubbleNl / (s.Rig.Fluid.AmbientPa + s.Rig.Fluid.ChamberPa) > LeastAirShare * s.Plant.ChamberNlPerKPa / PaPerKPa,
        [nameof(AlarmId.ReservoirLow)] = s => DrawableNl(s) < Math.Max(2 * NlPerMl, s.Prescription.RateNlPerHour * HoursOfThreeDays) + VolumeErrorNl,
    };

    private readonly Dictionary<string, long> _heldAtMs = [];
    private readonly Queue<(double OrderedNl, double DeliveredNl)> _window = new();
    private (double OrderedNl, double DeliveredNl) _beforeBolus;

    /// <summary>Once a minute.</summary>
    public void Look()
    {
        foreach ((string alarm, Func<PumpSimulation, bool> holds) in s_rows)
        {
            if (holds(simulation))
            {
                _heldAtMs[alarm] = simulation.Rig.Clock.NowMs;
            }
        }

        (double OrderedNl, double DeliveredNl) now = (simulation.Prescription.OrderedNl, simulation.Rig.Fluid.DeliveredNl);
        _window.Enqueue(now);

        if (IsShort(_window.Count > WindowMinutes ? _window.Dequeue() : _window.Peek(), now))
        {
            _heldAtMs[nameof(AlarmId.UnderInfusion)] = simulation.Rig.Clock.NowMs;
        }

        if (IsShort(_beforeBolus, now))
        {
            _heldAtMs[nameof(AlarmId.BolusLost)] = simulation.Rig.Clock.NowMs;
        }

        _beforeBolus = simulation.Prescription.BolusRunning ? _beforeBolus : now;
    }

    /// <summary>What it says was so, shortly before it was raised or just now.</summary>
    public bool Holds(AlarmRecord alarm) => _heldAtMs.TryGetValue(alarm.Id, out long atMs) && atMs >= alarm.RaisedAtMs - ForgottenMs;

    // A bolus of drug so thick that the restrictor lets too little of it through is short, whoever says so.
    private static bool IsShort((double OrderedNl, double DeliveredNl) then, (double OrderedNl, double DeliveredNl) now) =>
        now.DeliveredNl - then.DeliveredNl + SwingNl < DueShare * (now.OrderedNl - then.OrderedNl);

    private static double DrawableNl(PumpSimulation s) => s.Rig.Fluid.Reservoir.ContentNl - (s.Plant.ReservoirResidualMl * NlPerMl);
}
