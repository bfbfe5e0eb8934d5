using System;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Threading.Tasks;
using Haip.HostTests.Device;
using Xunit;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>The page's own tests, which are written in its language.</summary>
[Trait("Category", "Programmer")]
public sealed class UnitTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task The_pages_own_tests_pass()
    {
        string folder = Path.Combine(Repository.FindRoot(), "programmer");
        using Process npm = Start(folder);
        Task<string> output = npm.StandardOutput.ReadToEndAsync();
        Task<string> error = npm.StandardError.ReadToEndAsync();

        try
        {
            await npm.WaitForExitAsync().WaitAsync(s_patience);
        }
        catch (TimeoutException)
        {
            npm.Kill(entireProcessTree: true);
            throw;
        }

        Assert.True(npm.ExitCode == 0, $"npm test failed in programmer:{Environment.NewLine}{await output}{await error}");
    }

    // On Windows npm is a script, which only a shell starts.
    private static Process Start(string folder)
    {
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "cmd" : "npm")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments = OperatingSystem.IsWindows() ? ["/c", "npm", "test"] : ["test"];
        Array.ForEach(arguments, start.ArgumentList.Add);

        // Colours would be noise in a report.
        start.Environment["NO_COLOR"] = "1";

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new InvalidOperationException("These tests need Node.js 20.19 or newer, https://nodejs.org, and found no npm.");
        }
    }
}
