namespace Haip.Flash.Processes;

/// <summary>What a program left behind.</summary>
/// <param name="ExitCode">Only when it exited by itself.</param>
/// <param name="Output">Both streams, in the order they arrived.</param>
public sealed record ProcessResult(ProcessEnd End, int ExitCode, string Output)
{
    public bool Succeeded => End == ProcessEnd.Exited && ExitCode == 0;
}
