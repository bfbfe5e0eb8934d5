using System;
using System.Collections.Generic;
using Haip.Core.Delivery;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Campaigns.Faults;

/// <summary>Every state of the pump, and how people bring a pump into it.</summary>
public static class PumpSituations
{
    public const double TherapyPacketSeconds = 14;
    public const double TherapyMlPerDay = 1.3;
    public const double TherapyDays = 14;
    private const double PatientSeconds = 100;      // a self-test may take 70 s
    private const double OneHourDays = 1.0 / 24;
    private const double BolusMl = 1;
    private const double BolusMlPerDay = 12;

    public static IReadOnlyList<PumpSituation> Rows { get; } =
    [
        new(PumpState.Standby, false, 0),
        new(PumpState.Infusing, true, TherapyPacketSeconds),
        new(PumpState.Bolus, true, 9),
        new(PumpState.Patency, true, 45),
        new(PumpState.Suspended, false, 0),
        new(PumpState.Stopped, false, 0, "AirInLine"),
        new(PumpState.SelfTest, false, 0),
    ];

    /// <summary>Brings a pump that has just woken into this state, and to rest there.</summary>
    /// <returns>False when it is in another.</returns>
    public static bool Bring(PumpSimulation simulation, PumpState state)
    {
        Person person = simulation.Person;

        switch (state)
        {
            case PumpState.Bolus:
                Ask(simulation, () => person.StartBolus(BolusMl, BolusMlPerDay));
                Wait(simulation, 240);
                break;
            case PumpState.Patency:
                Ask(simulation, () => person.StartTherapy(TherapyMlPerDay, OneHourDays));
                Wait(simulation, 4_000);
                break;
            default:
                Ask(simulation, () => person.StartTherapy(TherapyMlPerDay, TherapyDays));
                Wait(simulation, 420);
                break;
        }

        switch (state)
        {
            case PumpState.Standby:
                person.EndTherapy();
                Wait(simulation, 60);
                break;
            case PumpState.Suspended:
                person.Suspend();
                Wait(simulation, 60);
                break;
            case PumpState.Stopped:
                Do(simulation, ScenarioVerb.AirInLine);
                Wait(simulation, 5);
                Do(simulation, ScenarioVerb.AirGone);
                Wait(simulation, 60);
                break;
            case PumpState.SelfTest:
                simulation.SetPower(false);
                Wait(simulation, 5);
                simulation.SetPower(true);
                Wait(simulation, 8);
                break;
            default:
                break;
        }

        return simulation.Pump.Status.State == state;
    }

    /// <summary>Asks every second until the pump takes the order or patience ends: a pump that tests itself takes none.</summary>
    public static void Ask(PumpSimulation simulation, Func<Verdict> order)
    {
        double untilSeconds = simulation.Rig.Clock.NowSeconds + PatientSeconds;

        do
        {
            Wait(simulation, 1);
        }
        while (order() != Verdict.Accepted && simulation.Rig.Clock.NowSeconds < untilSeconds);
    }

    private static void Wait(PumpSimulation simulation, double seconds) => simulation.RunTo(simulation.Rig.Clock.NowSeconds + seconds);

    private static void Do(PumpSimulation simulation, ScenarioVerb verb) => simulation.Do(new ScenarioStep(0, verb, 0, 0, ScenarioPart.None));
}
