using System.Globalization;
using System.Linq;

namespace Haip.Flash;

/// <summary>Every exit code with its meaning; the help prints it.</summary>
public static class Outcomes
{
    public static readonly OutcomeRow[] Rows =
    [
        new(Outcome.Done, "written and verified (or, with --what-if and --list-ports, printed)"),
        new(Outcome.BadArguments, "a bad argument, board.json or log file"),
        new(Outcome.PrerequisiteMissing, "nanoff is missing or of another version"),
        new(Outcome.NoPort, "no serial port, or several and none was named"),
        new(Outcome.ImageUnusable, "the application's image is missing, too large or not an image of this pump"),
        new(Outcome.Refused, "a therapy runs, or may run, or a question was answered with no"),
        new(Outcome.NotReached, "the board did not answer on its port, or another program has the port"),
        new(Outcome.FirmwareNotWritten, "the nanoFramework image was not written"),
        new(Outcome.ApplicationNotWritten, "the application was not written"),
        new(Outcome.NotVerified, "written, but the board does not show what was written"),
        new(Outcome.Hung, "nanoff did not end and was stopped"),
        new(Outcome.WrongBoard, "the board on the port is not the one that was named; nothing was written"),
    ];

    public static string Text() =>
        string.Join('\n', Rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"  {(int)row.Outcome,2}  {row.Meaning}")));
}
