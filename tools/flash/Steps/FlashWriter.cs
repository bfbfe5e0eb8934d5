using System;
using Haip.Flash.Nanoff;
using Haip.Flash.Processes;

namespace Haip.Flash.Steps;

/// <summary>Writes to the board, more slowly when the fast way fails.</summary>
public sealed class FlashWriter(IProcessRunner runner, IConversation conversation)
{
    private int _rate; // where the last write got through, or gave up

    /// <param name="what">"nanoFramework image", for sentences.</param>
    /// <param name="callAt">The call at a baud rate.</param>
    /// <param name="notWritten">How the run ends when the board answers but is not written.</param>
    /// <exception cref="FlashException">Not written, at no baud rate.</exception>
    public void Write(string what, Func<int, ProcessCall> callAt, Outcome notWritten)
    {
        bool touched = false;

        while (true)
        {
            int baud = NanoffCalls.BaudRates[_rate];
            ProcessResult result = conversation.During($"Writing the {what} at {baud} baud ...", () => runner.Run(callAt(baud)));

            if (result.Succeeded)
            {
                return;
            }

            if (result.End != ProcessEnd.Exited)
            {
                throw Ended(result.End, what);
            }

            NanoffFailure failure = NanoffFailures.Of(result);
            touched |= failure.Stage == NanoffStage.Writing;

            if (!failure.SlowerMayHelp || _rate == NanoffCalls.BaudRates.Length - 1)
            {
                throw new FlashException(
                    failure.Stage == NanoffStage.Connecting ? Outcome.NotReached : notWritten,
                    $"The {what} was not written: {Continued(failure.Sentence)}.",
                    failure.NextStep)
                { FlashUntouched = !touched };
            }

            _rate++;
            conversation.Say($"{failure.Sentence}; trying more slowly. If this repeats, hold the board's BOOT button.");
        }
    }

    private static FlashException Ended(ProcessEnd end, string what) => end == ProcessEnd.TimedOut
        ? new FlashException(
            Outcome.Hung, $"nanoff hung while it wrote the {what} and was stopped.", "Replug the board, hold its BOOT button until writing starts, and run again; the board is not usable before that.")
        : new FlashException(Outcome.PrerequisiteMissing, "nanoff was there and is not any more.", "Install it again and run again.");

    // Behind a colon a sentence goes on in small letters.
    private static string Continued(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
