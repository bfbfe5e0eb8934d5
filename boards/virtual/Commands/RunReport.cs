using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.LiveConsole;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Commands;

/// <summary>A run's summary for people.</summary>
internal static class RunReport
{
    private const int LabelColumns = 12;
    private const int MostEvents = 20;

    public static string Of(RunSummary summary)
    {
        var text = new StringBuilder();

        foreach ((string label, string value) in Rows(summary))
        {
            text.Append(label.PadRight(LabelColumns)).Append(value).Append('\n');
        }

        return text.ToString().TrimEnd();
    }

    private static IEnumerable<(string Label, string Value)> Rows(RunSummary s)
    {
        yield return ("scenario", Text($"{s.Scenario}, seed {s.Seed}"));
        yield return ("simulated", Text($"{NumberText.Of(s.SimulatedSeconds / 86_400)} days in {s.WallSeconds:0.0} s, {s.SpeedFactor:0} times as fast"));
        yield return ("state", s.State);
        yield return ("ordered", Text($"{s.OrderedNl * 1e-3,11:0.000} uL"));
        yield return ("delivered", Text($"{s.DeliveredNl * 1e-3,11:0.000} uL {s.ErrorPercent,+9:+0.000;-0.000;0.000} %"));
        yield return ("metered", Text($"{s.MeteredNl * 1e-3,11:0.000} uL in {s.Packets} packets"));
        yield return ("missed", Text($"{s.MaxMissedUl,11:0.000} uL at most"));
        yield return ("released", Text($"{s.MaxReleaseUl,11:0.000} uL at most behind an occlusion"));
        yield return ("reservoir", Text($"{s.ReservoirMl,11:0.000} mL left"));

        foreach ((string label, string value) in Labelled("trumpet", [.. s.TrumpetPercent.Select(w => Text($"{w.Key,7} min  {w.Value[0],+8:+0.000;-0.000;0.000} to {w.Value[1]:+0.000;-0.000;0.000} %"))], "shorter than the first window"))
        {
            yield return (label, value);
        }

        foreach ((string label, string value) in Labelled("alarms", [.. s.Alarms.Select(Alarm)], "none"))
        {
            yield return (label, value);
        }

        List<string> events = [.. s.Events.Take(MostEvents).Select(e => $"{LiveText.Elapsed(e.AtMs)}  {e.What}")];

        if (s.Events.Count > MostEvents)
        {
            events.Add(Text($"and {s.Events.Count - MostEvents} more, see --json"));
        }

        foreach ((string label, string value) in Labelled("events", events, "none"))
        {
            yield return (label, value);
        }
    }

    private static IEnumerable<(string Label, string Value)> Labelled(string label, List<string> values, string none) =>
        values.DefaultIfEmpty(none).Select((value, i) => (i == 0 ? label : "", value));

    private static string Alarm(AlarmRecord alarm)
    {
        string until = alarm.ClearedAtMs is long clearedAtMs ? "until " + LiveText.Elapsed(clearedAtMs) : "still standing";
        return $"{LiveText.Elapsed(alarm.RaisedAtMs)}  {alarm.Priority,-7} {alarm.Id}, {until}";
    }

    private static string Text(System.FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
