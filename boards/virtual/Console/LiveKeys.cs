using System.Collections.Generic;
using System.Linq;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>Every key of the live view. To add one: a row.</summary>
internal static class LiveKeys
{
    private const double PaPerKPa = 1_000;
    private const double RampSeconds = 60;

    public static IReadOnlyList<LiveKey> Rows { get; } =
    [
#pragma warning disable format // columns
        new('s', "start",         LiveKeyGroup.Person, s => s.Order("start 1.3 mL/day for 14 days", person => person.StartTherapy(1.3, 14))),
        new('x', "suspend",       LiveKeyGroup.Person, s => s.Order("suspend", person => person.Suspend())),
        new('r', "resume",        LiveKeyGroup.Person, s => s.Order("resume", person => person.Resume())),
        new('e', "end",           LiveKeyGroup.Person, s => s.Order("end of therapy", person => person.EndTherapy())),
        new('b', "bolus 0.1 mL",  LiveKeyGroup.Person, s => s.Order("bolus 0.1 mL at 12 mL/day", person => person.StartBolus(0.1, 12))),
        new('a', "acknowledge",   LiveKeyGroup.Person, s => s.Order("acknowledge", person => person.Acknowledge())),
        new('f', "fill",          LiveKeyGroup.Person, s => s.Order("fill 30 mL", person => person.Refill(30))),

        new('o', "occlude",       LiveKeyGroup.Fault,  s => s.Do(ScenarioVerb.Occlude, 1e6), s => s.Do(ScenarioVerb.Occlude, 1)),
        new('c', "disconnect",    LiveKeyGroup.Fault,  s => s.Do(ScenarioVerb.DisconnectCatheter), s => s.Do(ScenarioVerb.ConnectCatheter)),
        new('g', "bubble",        LiveKeyGroup.Fault,  s => s.Do(ScenarioVerb.Bubble, 5)),
        new('p', "dead pump",     LiveKeyGroup.Fault,  s => s.Do(ScenarioVerb.PumpStrength, 0), s => s.Do(ScenarioVerb.PumpStrength, s.Simulation.Plant.PumpStrengthPercent)),
        new('u', "unplug flow",   LiveKeyGroup.Fault,  s => s.Do(ScenarioVerb.Unplug, part: ScenarioPart.Flow), s => s.Do(ScenarioVerb.Plug, part: ScenarioPart.Flow)),
        new('l', "leak",          LiveKeyGroup.Fault,  s => s.Do(ScenarioVerb.LeakInlet, 5_000), s => s.Do(ScenarioVerb.LeakInlet, 0)),
        new('h', "fever",         LiveKeyGroup.Fault,  s => s.Do(ScenarioVerb.BodyTemperature, 40, RampSeconds), s => s.Do(ScenarioVerb.BodyTemperature, s.Simulation.Plant.BodyC, RampSeconds)),
        new('m', "mountain",      LiveKeyGroup.Fault,  s => s.Do(ScenarioVerb.AmbientPressure, 74.7, RampSeconds), s => s.Do(ScenarioVerb.AmbientPressure, s.Simulation.Plant.AmbientPa / PaPerKPa, RampSeconds)),
        new('w', "power cut",     LiveKeyGroup.Fault,  s => s.Do(ScenarioVerb.PowerOff), s => s.Do(ScenarioVerb.PowerOn)),

        new('k', "pair",          LiveKeyGroup.Radio,  s => s.AtRadio(radio => radio.HoldButton())),
        new('t', "type",          LiveKeyGroup.Radio,  s => s.AtRadio(radio => radio.TypePasskey())),
        new('d', "drop link",     LiveKeyGroup.Radio,  s => s.AtRadio(radio => radio.LoseLink())),

        new('+', "faster",        LiveKeyGroup.View,   s => s.SetSpeed(LiveSpeeds.Faster(s.Speed))),
        new('-', "slower",        LiveKeyGroup.View,   s => s.SetSpeed(LiveSpeeds.Slower(s.Speed))),
        new('q', "quit",          LiveKeyGroup.View,   s => s.End()),
#pragma warning restore format
    ];

    /// <summary>The row of a key as typed: capitals count, and so does + without shift.</summary>
    public static LiveKey? Find(char typed)
    {
        char key = typed == '=' ? '+' : char.ToLowerInvariant(typed);
        return Rows.FirstOrDefault(row => row.Key == key);
    }
}
