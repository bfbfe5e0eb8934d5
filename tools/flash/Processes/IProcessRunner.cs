namespace Haip.Flash.Processes;

/// <summary>Runs programs; a test plays them.</summary>
public interface IProcessRunner
{
    /// <summary>Waits for the program's end, but never longer than the call allows.</summary>
    ProcessResult Run(ProcessCall invocation);
}
