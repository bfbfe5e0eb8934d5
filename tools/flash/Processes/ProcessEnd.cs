namespace Haip.Flash.Processes;

/// <summary>How a program ended.</summary>
public enum ProcessEnd
{
    Exited,
    TimedOut,
    NotFound,
}
