using System.Collections.Generic;
using System.Text;

namespace Haip.VirtualBoard.Files;

/// <summary>Everything that a scenario can do. To add a verb: an enum member, a row, and its action in the simulation.</summary>
public static class ScenarioVerbs
{
    private const double SecondsPerMinute = 60;
    private const double SecondsPerDay = 86_400;

    private static readonly ScenarioArgument s_overMinutes = new("overMinutes", "min", 0, 1440, 0);

    public static IReadOnlyList<ScenarioVerbRow> Rows { get; } =
    [
        // What people do
        new(ScenarioVerb.StartTherapy, "startTherapy", "A clinician orders a therapy at a constant rate.",
            new("rateMlPerDay", "mL/day", 0.1, 3), new("days", "days", 0.01, 90, 14), (_, days) => days * SecondsPerDay),
        new(ScenarioVerb.StartBolus, "startBolus", "A clinician orders a bolus beside the therapy.",
            new("volumeMl", "mL", 0.001, 5), new("rateMlPerDay", "mL/day", 0.1, 24, 12), (volumeMl, rateMlPerDay) => volumeMl / rateMlPerDay * SecondsPerDay),
        new(ScenarioVerb.Suspend, "suspend", "A person suspends delivery."),
        new(ScenarioVerb.Resume, "resume", "A person resumes delivery."),
        new(ScenarioVerb.EndTherapy, "endTherapy", "A clinician ends the therapy."),
        new(ScenarioVerb.Acknowledge, "acknowledge", "A person acknowledges the alarms; delivery stays stopped until somebody resumes it."),
        new(ScenarioVerb.Refill, "refill", "A clinician empties the reservoir, fills in this much and tells the pump so.",
            new("volumeMl", "mL", 1, 60)),
        new(ScenarioVerb.PowerOff, "powerOff", "The supply is lost."),
        new(ScenarioVerb.PowerOn, "powerOn", "The supply comes back."),
        new(ScenarioVerb.Reset, "reset", "Somebody presses the controller's reset (EN)."),
        new(ScenarioVerb.HoldButton, "holdButton", "The panel's button goes down and stays down: after 5 s a person halts delivery."),
        new(ScenarioVerb.ReleaseButton, "releaseButton", "The panel's button is up again."),

        // What goes wrong
        new(ScenarioVerb.SetReservoir, "setReservoir", "The reservoir holds this much from now on; the pump is not told.",
            new("volumeMl", "mL", 0, 60)),
        new(ScenarioVerb.Occlude, "occlude", "The catheter's resistance is multiplied. 30 is a partial occlusion, 1e6 a complete one, 1 an open catheter.",
            new("factor", "", 1, 1e9, 1e6)),
        new(ScenarioVerb.DisconnectCatheter, "disconnectCatheter", "The catheter comes off the pump."),
        new(ScenarioVerb.ConnectCatheter, "connectCatheter", "The catheter is put back on."),
        new(ScenarioVerb.Bubble, "bubble", "An air bubble of this size arrives in the metering chamber.",
            new("volumeUl", "uL", 0.01, 50)),
        new(ScenarioVerb.PumpStrength, "pumpStrength", "The pump has this much of its nominal stall pressure and flow. 0 is a dead pump.",
            new("percent", "%", 0, 120)),
        new(ScenarioVerb.LeakInlet, "leakInlet", "The closed inlet valve leaks this much at 10 kPa. 0 is tight.",
            new("nlPerHour", "nL/h", 0, 1e7)),
        new(ScenarioVerb.LeakOutlet, "leakOutlet", "The closed outlet valve leaks this much at 10 kPa. 0 is tight.",
            new("nlPerHour", "nL/h", 0, 1e7)),
        new(ScenarioVerb.LeakChamber, "leakChamber", "The metering chamber leaks this much to the outside at 10 kPa. 0 is tight.",
            new("nlPerHour", "nL/h", 0, 1e7)),
        new(ScenarioVerb.InletStuckOpen, "inletStuckOpen", "The inlet valve opens and stays open."),
        new(ScenarioVerb.InletStuckClosed, "inletStuckClosed", "The inlet valve stays shut."),
        new(ScenarioVerb.OutletStuckOpen, "outletStuckOpen", "The outlet valve opens and stays open."),
        new(ScenarioVerb.OutletStuckClosed, "outletStuckClosed", "The outlet valve stays shut."),
        new(ScenarioVerb.FreeValves, "freeValves", "Both valves obey again."),
        new(ScenarioVerb.PumpRunsOn, "pumpRunsOn", "The pump's driver drives on once it drives, whatever it is told, until it loses its supply."),
        new(ScenarioVerb.PumpIgnoresGo, "pumpIgnoresGo", "The pump's driver acknowledges and does not drive."),
        new(ScenarioVerb.PumpObeys, "pumpObeys", "The pump's driver does what it is told again."),
        new(ScenarioVerb.OccludeRestrictor, "occludeRestrictor", "The restrictor's resistance is multiplied.",
            new("factor", "", 1, 1e9, 1e6)),
        new(ScenarioVerb.OccludeSupply, "occludeSupply", "Between reservoir and pump lie so many times the restrictor's resistance; 0 is free.",
            new("factor", "", 0, 1e9, 1e6)),
        new(ScenarioVerb.DetachReservoir, "detachReservoir", "The reservoir's line comes off: the pump draws air, which reaches the flow sensor 5 uL later."),
        new(ScenarioVerb.AttachReservoir, "attachReservoir", "The reservoir's line is put back on."),
        new(ScenarioVerb.AirInLine, "airInLine", "Air lies in the flow sensor."),
        new(ScenarioVerb.AirGone, "airGone", "The air in the flow sensor has gone."),
        new(ScenarioVerb.Unplug, "unplug", "A part no longer answers and has no supply.", NeedsPart: true),
        new(ScenarioVerb.Nack, "nack", "A part works and acknowledges nothing.", NeedsPart: true),
        new(ScenarioVerb.CorruptReads, "corruptReads", "One bit of every byte from a part is turned over.", NeedsPart: true),
        new(ScenarioVerb.StickReads, "stickReads", "A part answers everything with the bytes of its first answer.", NeedsPart: true),
        new(ScenarioVerb.Stall, "stall", "A part stretches its bus's clock for a second in every transaction, which then fails.", NeedsPart: true),
        new(ScenarioVerb.HoldBus, "holdBus", "A part holds its bus's data line low: nobody on that bus answers.", NeedsPart: true),
        new(ScenarioVerb.HoldValue, "holdValue", "A part that measures goes on as it should, with the same value for ever.", NeedsPart: true, NeedsReading: true),
        new(ScenarioVerb.Drift, "drift", "What a part measures moves away from the truth, in the part's unit.",
            new("perMinute", "", -1e6, 1e6), NeedsPart: true, NeedsReading: true),
        new(ScenarioVerb.MakeNoisy, "makeNoisy", "What a part measures is noisier by so many nominal standard deviations.",
            new("factor", "", 0, 1e6), NeedsPart: true, NeedsReading: true),
        new(ScenarioVerb.Plug, "plug", "A part is as it should be again; one that was unplugged has its power-up values.", NeedsPart: true),
        new(ScenarioVerb.JumpClock, "jumpClock", "The wall clock shows another time from now on, and says nothing about it.",
            new("hours", "h", -1e5, 1e5)),
        new(ScenarioVerb.BrownOut, "brownOut", "The supply is lost for so long.",
            new("seconds", "s", 0.1, 1e6)),
        new(ScenarioVerb.Battery, "battery", "The battery holds this much of its charge from now on; 80 is 3.9 V.",
            new("percent", "%", 0, 100)),
        new(ScenarioVerb.Hang, "hang", "The firmware's loop stands still, with the pins as they are."),
        new(ScenarioVerb.Throw, "throw", "The next beat ends in an exception; the application stops, says so and starts again."),
        new(ScenarioVerb.ExhaustHeap, "exhaustHeap", "The next beat finds no memory; the application stops, says so and starts again."),

        // What the patient meets
        new(ScenarioVerb.BodyTemperature, "bodyTemperature", "Body temperature moves to this value.",
            new("celsius", "C", 15, 45), s_overMinutes, (_, minutes) => minutes * SecondsPerMinute),
        new(ScenarioVerb.AmbientPressure, "ambientPressure", "Air pressure moves to this value: a mountain, an aircraft, a dive.",
            new("kPa", "kPa", 30, 200), s_overMinutes, (_, minutes) => minutes * SecondsPerMinute),
        new(ScenarioVerb.ArteryMean, "arteryMean", "Mean arterial pressure moves to this value.",
            new("kPa", "kPa", 0, 30), s_overMinutes, (_, minutes) => minutes * SecondsPerMinute),
        new(ScenarioVerb.ArteryPulse, "arteryPulse", "The arterial pulse, peak to peak, has this height from now on.",
            new("kPa", "kPa", 0, 15)),
        new(ScenarioVerb.BoardTemperature, "boardTemperature", "The circuit board's temperature moves to this value.",
            new("celsius", "C", 0, 70), s_overMinutes, (_, minutes) => minutes * SecondsPerMinute),
        new(ScenarioVerb.HeartRate, "heartRate", "So many heartbeats a minute from now on: sleep, a walk.",
            new("perMinute", "/min", 20, 240)),
        new(ScenarioVerb.Breathing, "breathing", "Breathing adds this much to the artery's pressure from now on, peak to peak.",
            new("kPa", "kPa", 0, 10)),
        new(ScenarioVerb.Arrhythmia, "arrhythmia", "Intervals and heights of the beats differ by this much, standard deviation; 0 is regular, 25 atrial fibrillation.",
            new("percent", "%", 0, 50)),
        new(ScenarioVerb.Cough, "cough", "A second of so much more pressure.",
            new("kPa", "kPa", 0, 20)),
    ];

    /// <summary>The table for people.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder("| `do` | meaning | arguments |\n|---|---|---|\n");

        foreach (ScenarioVerbRow row in Rows)
        {
            text.Append($"| `{row.Name}` | {row.Meaning} | {Arguments(row)} |\n");
        }

        return text.ToString();
    }

    private static string Arguments(ScenarioVerbRow row)
    {
        var arguments = new List<string>();

        foreach (ScenarioArgument? argument in new[] { row.First, row.Second })
        {
            if (argument is not null)
            {
                string otherwise = argument.Default is double value ? $", otherwise {NumberText.Of(value)}" : "";
                arguments.Add($"`{argument.Name}` {NumberText.Range(argument.Min, argument.Max, argument.Unit)}{otherwise}");
            }
        }

        if (row.NeedsPart)
        {
            arguments.Add($"`{ScenarioParts.Key}`");
        }

        return string.Join("; ", arguments);
    }
}
