using System;
using System.Diagnostics;
using System.IO;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Xunit;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>The virtual board with its demonstration, started as people start it but on a port of its own.</summary>
public sealed partial class DemoProcess : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private Process? _board;

    /// <summary>As it says itself, in its first line.</summary>
    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        string program = Path.Combine(AppContext.BaseDirectory, "haip-virtual-board.dll");
        _board = Process.Start(new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, "--demo", "--port", "0"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        string line = await _board.StandardOutput.ReadLineAsync().WaitAsync(s_patience) ?? "";
        Address = AddressAtEnd().Match(line).Value;
        Assert.NotEmpty(Address);
        _ = _board.StandardOutput.ReadToEndAsync(); // a full pipe would stop the pump
    }

    public async Task DisposeAsync()
    {
        _board!.Kill();
        await _board.WaitForExitAsync();
        _board.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+$")]
    private static partial Regex AddressAtEnd();
}
