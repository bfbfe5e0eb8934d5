using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Haip.Flash.Processes;

/// <summary>Runs programs without a console of their own and stops those that hang.</summary>
public sealed class ProcessRunner : IProcessRunner
{
    // After a program has ended its last lines may still be on the way; a grandchild that holds the pipe must not hold us.
    private static readonly TimeSpan s_lastLines = TimeSpan.FromSeconds(2);

    public ProcessResult Run(ProcessCall invocation)
    {
        using var process = new Process { StartInfo = StartInfo(invocation) };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Add(output, line.Data);
        process.ErrorDataReceived += (_, line) => Add(output, line.Data);

        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return new ProcessResult(ProcessEnd.NotFound, 0, e.Message);
        }

        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        if (!process.WaitForExit(invocation.Limit))
        {
            Stop(process);
            return new ProcessResult(ProcessEnd.TimedOut, 0, Text(output));
        }

        WaitForLastLines(process);
        return new ProcessResult(ProcessEnd.Exited, process.ExitCode, Text(output));
    }

    private static ProcessStartInfo StartInfo(ProcessCall call)
    {
        var info = new ProcessStartInfo(call.Program, call.Arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A medical bench sends nothing home.
        info.Environment["NANOFRAMEWORK_TELEMETRY_OPTOUT"] = "1";

        // nanoff 2.5 is built for .NET 8, and who runs this tool has .NET 10.
        info.Environment["DOTNET_ROLL_FORWARD"] = "Major";
        return info;
    }

    // Only the process started here, and what it started itself.
    private static void Stop(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit(s_lastLines);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended in the same moment, or the system does not let go of it; either way the call is reported as hung.
        }
    }

    private static void WaitForLastLines(Process process)
    {
        using var limit = new System.Threading.CancellationTokenSource(s_lastLines);

        try
        {
            process.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // What has arrived so far is what there is.
        }
    }

    private static void Add(StringBuilder output, string? line)
    {
        if (line is not null)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }

    private static string Text(StringBuilder output)
    {
        lock (output)
        {
            return output.ToString();
        }
    }
}
