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
        new(ScenarioVerb.Unplug, "unplug", "A part no longer answers.", NeedsPart: true),
        new(ScenarioVerb.Plug, "plug", "A part answers again, with its power-up values.", NeedsPart: true),

        // What the patient meets
        new(ScenarioVerb.BodyTemperature, "bodyTemperature", "Body temperature moves to this value.",
            new("celsius", "C", 15, 45), s_overMinutes, (_, minutes) => minutes * SecondsPerMinute),
        new(ScenarioVerb.AmbientPressure, "ambientPressure", "Air pressure moves to this value: a mountain, an aircraft, a dive.",
            new("kPa", "kPa", 30, 200), s_overMinutes, (_, minutes) => minutes * SecondsPerMinute),
        new(ScenarioVerb.ArteryMean, "arteryMean", "Mean arterial pressure moves to this value.",
            new("kPa", "kPa", 0, 30), s_overMinutes, (_, minutes) => minutes * SecondsPerMinute),
        new(ScenarioVerb.ArteryPulse, "arteryPulse", "The arterial pulse, peak to peak, has this height from now on.",
            new("kPa", "kPa", 0, 15)),
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
