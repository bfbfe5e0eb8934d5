using System;
using System.Text;

namespace Haip.Flash;

/// <summary>Why a run ended early: one sentence, what to do next, and the exit code.</summary>
public sealed class FlashException : Exception
{
    public FlashException(Outcome outcome, string sentence, string nextStep) : base(OneLine(sentence))
    {
        Outcome = outcome;
        NextStep = OneLine(nextStep);
    }

    public Outcome Outcome { get; }

    public string NextStep { get; }

    /// <summary>The step that failed left the board's flash as it was.</summary>
    public bool FlashUntouched { get; init; }

    // File names and a device's words come from outside: a line break or an escape sequence in one must not reach the console.
    private static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);

        foreach (char c in text)
        {
            line.Append(char.IsControl(c) ? ' ' : c);
        }

        return line.ToString();
    }
}
