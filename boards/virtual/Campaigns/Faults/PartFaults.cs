using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Campaigns.Faults;

/// <summary>What can be wrong with each part on the two buses, and the alarms that must tell.</summary>
internal static class PartFaults
{
    // What a sensor's frozen, drifting and noisy values are, in its unit and in nominal standard deviations: enough to matter, and no more.
#pragma warning disable format // columns
    private static readonly PartRow[] s_parts =
    [
        //   part                           lost alarm               lost s  packets  in delivery
        new(ScenarioPart.Flow,             "FlowSensorLost",              5,       0, false,
            "FlowSensorLost|MeteringDisagreement|SecondMeasureLost|FreeFlow|SupervisorStopped",                      2_000,  50),
        new(ScenarioPart.Chamber,          "ChamberSensorLost",           5,       0, false,
            "ChamberSensorLost|MeteringDisagreement|PumpNotPumping|ChamberLeak|PressureSensorsDisagree|SupervisorStopped",  500,  40),
        new(ScenarioPart.Catheter,         "CatheterSensorLost",          5,       0, false,
            "CatheterSensorLost|PulseLost|PressureSensorsDisagree|CatheterDisconnected|CatheterOccluded|PumpNotPumping|OverInfusion",    500, 100),
        new(ScenarioPart.Pump,             "PumpDriverLost",              5,       4, true,  "", 0, 0),
        new(ScenarioPart.Reservoir,        "ReservoirSensorLost",        45,       0, false,
            "ReservoirSensorLost|ReservoirEmpty|PumpNotPumping",                                                       500, 200),
        new(ScenarioPart.Ambient,          "AmbientSensorLost",          45,       0, false,
            "AmbientSensorLost|AmbientPressureOutOfRange|AmbientPressureTooHigh|ReservoirSensorLost|ReservoirEmpty",   500, 200),
        new(ScenarioPart.DrugTemperature,  "TemperatureSensorLost",      45,       0, false,
            "TemperatureSensorLost|TemperatureOutOfRange",                                                             0.3, 200),
        new(ScenarioPart.BoardTemperature, "BoardSensorLost",            45,       0, false,
            "BoardSensorLost|BoardTooHot",                                                                               2, 500),
        new(ScenarioPart.FuelGauge,        "FuelGaugeLost",              45,       0, false,
            "FuelGaugeLost|BatteryLow|BatteryDepleted",                                                              -0.05, 200),
        new(ScenarioPart.Memory,           "MemoryLost",                  5,       4, true,  "", 0, 0),
        new(ScenarioPart.Clock,            "ClockLost",                  45,       0, false,
            "ClockLost|SupervisorStopped",                                                                             0.5,   0),
    ];
#pragma warning restore format

    private const double ValueSeconds = 900;

    /// <summary>A temperature and a battery may honestly stay the same for long.</summary>
    private const double StillTemperatureSeconds = 2_000;
    private const double StillBatterySeconds = 7_500;
    private const double StallSeconds = 60;
    private const double ResetSeconds = 120;
    private const double StartSeconds = 100;

    /// <summary>Any part that holds its bus silences these as well.</summary>
    private const string DoseLost = "|FlowSensorLost|ChamberSensorLost|CatheterSensorLost|PumpDriverLost|ReservoirSensorLost|SupervisorStopped";
    private const string HouseLost = "|AmbientSensorLost|TemperatureSensorLost|FuelGaugeLost|ClockLost|MemoryLost|BoardSensorLost|PumpDriverLost|SupervisorStopped";

    public static IEnumerable<FaultRow> Rows() => s_parts.SelectMany(Rows);

    private static IEnumerable<FaultRow> Rows(PartRow part)
    {
        yield return Lost(part, "absent", ScenarioVerb.Unplug);
        yield return Lost(part, "no acknowledge", ScenarioVerb.Nack);

        // What the memory was told is only read again by the next start.
        if (part.Part == ScenarioPart.Memory)
        {
            yield return Reread(part, "wrong bytes", ScenarioVerb.CorruptReads);
            yield return Reread(part, "stuck answers", ScenarioVerb.StickReads);
        }
        else if (part.Part == ScenarioPart.Pump)
        {
            // Stuck answers alone change nothing that the pump does; they hide that it no longer does it.
            yield return Lost(part, "wrong bytes", ScenarioVerb.CorruptReads);
            yield return Lost(part, "stuck answers, and no start", ScenarioVerb.StickReads) with
            {
                Steps = [FaultTable.Step(ScenarioVerb.StickReads, part: part.Part), FaultTable.Step(ScenarioVerb.PumpIgnoresGo)],
                Alarms = FaultTable.Alarms("PumpDriverLost|PumpNotPumping"),
                BoundSeconds = StallSeconds,
            };
        }
        else
        {
            // The barometer has no check byte: what it says wrongly is held against the reservoir's sensor.
            yield return Lost(part, "wrong bytes", ScenarioVerb.CorruptReads) with { Alarms = FaultTable.Alarms(part.Part == ScenarioPart.Ambient ? part.WrongAlarms : part.LostAlarm) };
            yield return Wrong(part, "stuck answers", ScenarioVerb.StickReads, 0) with { Alarms = FaultTable.Alarms(Either(part)), BoundSeconds = StillSeconds(part) };
        }

        string bus = part.Part is ScenarioPart.Flow or ScenarioPart.Chamber or ScenarioPart.Catheter or ScenarioPart.Pump or ScenarioPart.Reservoir ? DoseLost : HouseLost;
        yield return Lost(part, "stalls a second", ScenarioVerb.Stall) with { BoundSeconds = StallSeconds, Alarms = FaultTable.Alarms(part.LostAlarm + bus) };
        yield return Lost(part, "holds the bus", ScenarioVerb.HoldBus) with { BoundSeconds = StallSeconds, Alarms = FaultTable.Alarms(part.LostAlarm + bus) };

        if (part.WrongAlarms.Length > 0)
        {
            yield return Wrong(part, "frozen value", ScenarioVerb.HoldValue, 0) with { BoundSeconds = StillSeconds(part) };
            yield return Wrong(part, "drift", ScenarioVerb.Drift, part.DriftPerMinute) with { BoundSeconds = 2 * ValueSeconds };
        }

        if (part.NoiseFactor > 0)
        {
            yield return Wrong(part, "noise", ScenarioVerb.MakeNoisy, part.NoiseFactor);
        }
    }

    private static double StillSeconds(PartRow part) => part.Part switch
    {
        ScenarioPart.DrugTemperature or ScenarioPart.BoardTemperature => StillTemperatureSeconds,
        ScenarioPart.FuelGauge => StillBatterySeconds,
        _ => ValueSeconds,
    };

    private static string Either(PartRow part) => part.WrongAlarms.Length > 0 ? part.WrongAlarms : part.LostAlarm;

    private static FaultRow Lost(PartRow part, string fault, ScenarioVerb verb) =>
        new(Name(part), fault, [FaultTable.Step(verb, part: part.Part)], FaultTable.Alarms(part.LostAlarm), part.LostSeconds, part.LostPackets, part.InDelivery);

    // A value that lies is told from a true one while packets go out; the slow sensors' at any time.
    private static FaultRow Wrong(PartRow part, string fault, ScenarioVerb verb, double value) =>
        new(Name(part), fault, [FaultTable.Step(verb, value, part: part.Part)], FaultTable.Alarms(Either(part)), ValueSeconds, 0,
            InDelivery: part.LostSeconds < 10);

    private static FaultRow Reread(PartRow part, string fault, ScenarioVerb verb) =>
        new(Name(part), fault, [FaultTable.Step(verb, part: part.Part), FaultTable.Step(ScenarioVerb.Reset, atSeconds: ResetSeconds)],
            FaultTable.Alarms("MemoryLost|RecordsDamaged|SelfTestFailed"), ResetSeconds + StartSeconds);

    private static string Name(PartRow part) => ScenarioParts.Rows.First(row => row.Part == part.Part).Meaning;

    private sealed record PartRow(
        ScenarioPart Part, string LostAlarm, double LostSeconds, int LostPackets, bool InDelivery, string WrongAlarms, double DriftPerMinute, double NoiseFactor);
}
