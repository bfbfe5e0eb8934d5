using System.Collections.Generic;
using Haip.Core.Delivery;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Campaigns.Faults;

/// <summary>What can go wrong around the parts: fluid path, patient, supply and program, and the alarms that must tell.</summary>
internal static class PlantFaults
{
    private const string Valves = "inlet and outlet valve";
    private const string Pump = "pump and chamber";
    private const string Line = "catheter and lines";
    private const string Supply = "reservoir";
    private const string World = "surroundings";
    private const string Power = "power and program";

    private const double Leak = 100_000;             // nL/h at 10 kPa; an open valve lets a few thousand times more through
    private const double HoleLeak = 20_000;
    private const double Blocked = 1e6;
    private const double FailedSeconds = 120;        // notice, start and self-test

    private const string Gave = "FailedBefore|TherapyWaits|BolusLost|PumpDriverLost|SelfTestFailed";
    private const string Waits = "TherapyWaits|BolusLost|FailedBefore";

#pragma warning disable format // columns
    public static IEnumerable<FaultRow> Rows() =>
    [
        Row(Valves, "inlet stuck open",      "ChamberLeak|PumpNotPumping|MeteringDisagreement|FreeFlow|SupervisorStopped", 60, 4, true, ScenarioVerb.InletStuckOpen),
        Row(Valves, "inlet stuck closed",    "PumpNotPumping|MeteringDisagreement|SupervisorStopped",                      60, 4, true, ScenarioVerb.InletStuckClosed),
        Row(Valves, "outlet stuck open",     "ChamberLeak|PumpNotPumping|MeteringDisagreement|CatheterOccluded|SupervisorStopped", 60, 5, true, ScenarioVerb.OutletStuckOpen),
        Row(Valves, "outlet stuck closed",   "CatheterOccluded|PumpNotPumping|SupervisorStopped",                          60, 4, true, ScenarioVerb.OutletStuckClosed),
        Row(Valves, "both stuck open",       "FreeFlow|ChamberLeak|PumpNotPumping|MeteringDisagreement|SupervisorStopped", 60, 4, true,
            FaultTable.Step(ScenarioVerb.InletStuckOpen), FaultTable.Step(ScenarioVerb.OutletStuckOpen)),
        Row(Valves, "inlet leaks",           "ChamberLeak|MeteringDisagreement|OverInfusion|SupervisorStopped",            60, 30, true, ScenarioVerb.LeakInlet, Leak),
        Row(Valves, "outlet leaks",          "ChamberLeak|MeteringDisagreement|OverInfusion|SupervisorStopped",            60, 40, true, ScenarioVerb.LeakOutlet, Leak) with
        {
            Harmless = "behind a tight V1 and before a packet of 1 kPa it lets out what was metered, only sooner", HarmlessIn = [PumpState.Patency],
        },
        Row(Valves, "outlet leaks much",     "ChamberLeak|MeteringDisagreement|OverInfusion|SupervisorStopped",            60, 12, true, ScenarioVerb.LeakOutlet, 10 * Leak),
        Row(Valves, "both leak",             "ChamberLeak|MeteringDisagreement|FreeFlow|SupervisorStopped",                60, 30, true,
            FaultTable.Step(ScenarioVerb.LeakInlet, Leak), FaultTable.Step(ScenarioVerb.LeakOutlet, Leak)),

        Row(Pump, "dead",                    "PumpNotPumping|MeteringDisagreement",                                        60, 4, true, ScenarioVerb.PumpStrength, 0),
        Row(Pump, "half as strong",          "PumpNotPumping|UnderInfusion",                                              960, 8, true, ScenarioVerb.PumpStrength, 50),
        Row(Pump, "runs on",                 "PumpDriverLost|PumpNotPumping|SupervisorStopped",                            60, 4, true, ScenarioVerb.PumpRunsOn),
        Row(Pump, "ignores its start",       "PumpDriverLost|PumpNotPumping",                                              60, 4, true, ScenarioVerb.PumpIgnoresGo),
        Row(Pump, "chamber leaks",           "ChamberLeak|MeteringDisagreement|SupervisorStopped",                         60, 30, true, ScenarioVerb.LeakChamber, HoleLeak),
        Row(Pump, "bubble in the chamber",   "MeteringDisagreement|PumpNotPumping|AirInLine",                              60, 4, true, ScenarioVerb.Bubble, 5),

        Row(Line, "catheter blocked",        "CatheterOccluded",                                                           60, 5, true, ScenarioVerb.Occlude, Blocked),
        Row(Line, "catheter narrow",         "CatheterNarrowing|PulseLost|CatheterOccluded",                              900, 5, true, ScenarioVerb.Occlude, 300),
        Row(Line, "restrictor blocked",      "CatheterOccluded|PumpNotPumping|SupervisorStopped",                                       60, 6, true, ScenarioVerb.OccludeRestrictor, Blocked),
        Row(Line, "restrictor narrow",       "CatheterOccluded|PumpNotPumping|MeteringDisagreement|UnderInfusion|CatheterNarrowing|SupervisorStopped", 900, 5, true, ScenarioVerb.OccludeRestrictor, 30),
        Row(Line, "catheter off",            "CatheterDisconnected",                                                       30, 0, false, ScenarioVerb.DisconnectCatheter),
        Row(Line, "air in the line",         "AirInLine",                                                                   5, 0, false, ScenarioVerb.AirInLine),

        Row(Supply, "blocked before the pump", "PumpNotPumping|ReservoirEmpty|SupervisorStopped",                                           60, 4, true, ScenarioVerb.OccludeSupply, Blocked),
        Row(Supply, "narrow before the pump",  "PumpNotPumping|MeteringDisagreement|UnderInfusion",                       900, 8, true, ScenarioVerb.OccludeSupply, 30) with
        {
            Harmless = "at the patency rate every fill is still complete, and metered as ever", HarmlessIn = [PumpState.Patency],
        },
        Row(Supply, "empty",                 "ReservoirEmpty|PumpNotPumping",                                             120, 170, true, ScenarioVerb.SetReservoir, 2),
        Row(Supply, "detached",              "AirInLine|ReservoirEmpty|PumpNotPumping",                                   120, 60, true, ScenarioVerb.DetachReservoir),

        Row(World, "altitude",               "AmbientPressureOutOfRange",                                                 720, 0, false, FaultTable.Step(ScenarioVerb.AmbientPressure, 60, 600)),
        Row(World, "dive",                   "AmbientPressureOutOfRange|AmbientPressureTooHigh|AmbientSensorLost",        420, 0, false, FaultTable.Step(ScenarioVerb.AmbientPressure, 160, 300)),
        Row(World, "fever",                  "TemperatureOutOfRange",                                                    1_900, 0, false, FaultTable.Step(ScenarioVerb.BodyTemperature, 41, 1_800)),
        Row(World, "cold",                   "TemperatureOutOfRange",                                                    1_900, 0, false, FaultTable.Step(ScenarioVerb.BodyTemperature, 33, 1_800)),
        Row(World, "hot board",              "BoardTooHot",                                                              1_300, 0, false, FaultTable.Step(ScenarioVerb.BoardTemperature, 65, 1_200)),
        Row(World, "button stuck",           "ButtonStuck",                                                                75, 0, false, ScenarioVerb.HoldButton),

        Row(Power, "battery low",            "BatteryLow",                                                                 60, 0, false, ScenarioVerb.Battery, 10),
        Row(Power, "battery depleted",       "BatteryDepleted",                                                            60, 0, false, ScenarioVerb.Battery, 3),
        Row(Power, "clock a day ahead",      "ClockLost|SupervisorStopped",                                                60, 0, false, ScenarioVerb.JumpClock, 24),
        Row(Power, "clock an hour behind",   "ClockLost|SupervisorStopped",                                                60, 0, false, ScenarioVerb.JumpClock, -1),
        Row(Power, "brown-out, half a second", Waits,                                                           FailedSeconds, 0, false, ScenarioVerb.BrownOut, 0.5) with { MayGoOn = true },
        Row(Power, "brown-out, a minute",    Waits,                                                        60 + FailedSeconds, 0, false, ScenarioVerb.BrownOut, 60) with { MayGoOn = true },
        Row(Power, "no power for two hours", Waits,                                               7_200 + 1_000 + FailedSeconds, 0, false, ScenarioVerb.BrownOut, 7_200) with { MayGoOn = true },
        Row(Power, "reset",                  Waits,                                                             FailedSeconds, 0, false, ScenarioVerb.Reset) with { MayGoOn = true },
        Row(Power, "hung loop, reset after half a minute", Gave,                                           30 + FailedSeconds, 0, false,
            FaultTable.Step(ScenarioVerb.Hang), FaultTable.Step(ScenarioVerb.Reset, atSeconds: 30)) with { MayGoOn = true, RailOffSeconds = 1 },
        Row(Power, "exception in the tick",  Gave,                                                              FailedSeconds, 0, false, ScenarioVerb.Throw) with { RailOffSeconds = 1 },
        Row(Power, "heap exhausted",         Gave,                                                              FailedSeconds, 0, false, ScenarioVerb.ExhaustHeap) with { RailOffSeconds = 1 },
    ];
#pragma warning restore format

    private static FaultRow Row(string group, string name, string alarms, double boundSeconds, int boundPackets, bool inDelivery, ScenarioVerb verb, double value = 0) =>
        Row(group, name, alarms, boundSeconds, boundPackets, inDelivery, FaultTable.Step(verb, value));

    private static FaultRow Row(string group, string name, string alarms, double boundSeconds, int boundPackets, bool inDelivery, params ScenarioStep[] steps) =>
        new(group, name, steps, FaultTable.Alarms(alarms), boundSeconds, boundPackets, inDelivery);
}
