namespace Haip.Flash;

/// <summary>How a run ended, as its exit code. Scripts read these numbers: never reuse one.</summary>
public enum Outcome
{
    Done = 0,
    BadArguments = 2,
    PrerequisiteMissing = 3,
    NoPort = 4,
    ImageUnusable = 5,
    Refused = 6,
    NotReached = 7,
    FirmwareNotWritten = 8,
    ApplicationNotWritten = 9,
    NotVerified = 10,
    Hung = 11,
    WrongBoard = 12,
}
