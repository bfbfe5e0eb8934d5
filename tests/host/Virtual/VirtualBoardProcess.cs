using System;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;

namespace Haip.HostTests.Virtual;

/// <summary>The program as people start it: another process.</summary>
internal static class VirtualBoardProcess
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    public static async Task<Answer> Start(params string[] args)
    {
        // The program lies beside the tests; the host that runs them runs it as well.
        string program = Path.Combine(AppContext.BaseDirectory, "haip-virtual-board.dll");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, .. args])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();

        try
        {
            await process.WaitForExitAsync().WaitAsync(s_patience);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new Answer(process.ExitCode, await output, await error);
    }

    public sealed record Answer(int ExitCode, string Output, string Error);
}
