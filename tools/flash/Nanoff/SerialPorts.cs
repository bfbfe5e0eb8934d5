using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Haip.Flash.Processes;

namespace Haip.Flash.Nanoff;

/// <summary>Asks nanoff for the serial ports of this computer.</summary>
public static partial class SerialPorts
{
    private const string Plug = "Plug the board in with a USB cable that carries data, and install the driver of its USB bridge (CP210x or CH34x).";

    /// <exception cref="FlashException">nanoff failed, or there is no port at all.</exception>
    public static IReadOnlyList<string> Find(IProcessRunner runner, ProcessCall call)
    {
        ProcessResult result = runner.Run(call);

        if (result.End != ProcessEnd.Exited)
        {
            throw new FlashException(Outcome.Hung, "nanoff did not list the serial ports in time and was stopped.", "Replug the board and run again.");
        }

        if (!result.Succeeded)
        {
            NanoffFailure failure = NanoffFailures.Of(result);
            throw new FlashException(Outcome.NoPort, $"{failure.Sentence}.", failure.NextStep);
        }

        string[] ports = [.. PortLine().Matches(result.Output).Select(line => line.Groups[1].Value).Distinct()];
        return ports.Length > 0 ? ports : throw new FlashException(Outcome.NoPort, "This computer has no serial port.", Plug);
    }

    /// <summary>The only port there is.</summary>
    /// <exception cref="FlashException">There is not exactly one.</exception>
    public static string Only(IReadOnlyList<string> ports) => ports.Count == 1
        ? ports[0]
        : throw new FlashException(Outcome.NoPort, $"There are {ports.Count} serial ports: {string.Join(", ", ports)}.", "Name the board's with --port.");

    /// <summary>The port that was named, if it is there: one of the list, or a link to one.</summary>
    /// <exception cref="FlashException">It is not there.</exception>
    public static string Named(IReadOnlyList<string> ports, string port) => ports.Contains(port, StringComparer.OrdinalIgnoreCase) || File.Exists(port)
        ? port
        : throw new FlashException(Outcome.NoPort, $"There is no serial port {port}: this computer has {string.Join(", ", ports)}.", "Plug the board in, or name another port with --port.");

    // Below the heading, two blanks in: COM3, /dev/ttyUSB0, /dev/cu.usbserial-10.
    [GeneratedRegex(@"(?m)^  ((?:COM\d+|/dev/\S+))\s*$")]
    private static partial Regex PortLine();
}
