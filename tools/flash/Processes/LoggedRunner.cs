namespace Haip.Flash.Processes;

/// <summary>Writes every call and all its output to the log.</summary>
public sealed class LoggedRunner(IProcessRunner runner, FlashLog log) : IProcessRunner
{
    public ProcessResult Run(ProcessCall invocation)
    {
        log.Write($"call: {invocation.CommandLine}");
        ProcessResult result = runner.Run(invocation);
        log.Write(result.End == ProcessEnd.Exited ? $"exit code {result.ExitCode}" : $"{result.End} (limit {invocation.Limit.TotalSeconds} s)");
        log.Write($"output:\n{result.Output}");
        return result;
    }
}
