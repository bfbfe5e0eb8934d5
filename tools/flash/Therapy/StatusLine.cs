using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace Haip.Flash.Therapy;

/// <summary>
/// The line that the application prints on its debug port at least once a second, whatever else it prints: "HAIP state=Infusing ...".
/// </summary>
public static partial class StatusLine
{
    /// <summary>
    /// The pump's states, and whether somebody depends on the device in them. An order in its memory would go on, or wait, under other
    /// firmware: a halted therapy is one as well. In SelfTest the pump does not say yet what the memory holds, and half a minute later it
    /// does; only Standby is free.
    /// </summary>
    public static readonly (string State, TherapyState Means)[] Rows =
    [
        ("Standby", TherapyState.None),
        ("Infusing", TherapyState.Running),
        ("Bolus", TherapyState.Running),
        ("Patency", TherapyState.Running),
        ("Suspended", TherapyState.Running),
        ("Stopped", TherapyState.Running),
        ("SelfTest", TherapyState.Running),
    ];

    /// <summary>Judges the last whole line in what a port sent; debugger frames around the text do not matter.</summary>
    public static TherapyAnswer Judge(string text)
    {
        Match last = Line().Matches(text).LastOrDefault() ?? Match.Empty;

        if (!last.Success)
        {
            return new TherapyAnswer(TherapyState.Unknown, "no status line");
        }

        string state = last.Groups[1].Value;
        int row = Array.FindIndex(Rows, candidate => candidate.State == state);
        return new TherapyAnswer(row < 0 ? TherapyState.Unknown : Rows[row].Means, $"state {state}");
    }

    // The character behind the word proves that the word is whole.
    [GeneratedRegex(@"HAIP state=([A-Za-z]{1,20})(?=[^A-Za-z])")]
    private static partial Regex Line();
}
