using System;
using System.Collections.Generic;
using System.Globalization;
using Haip.Flash.Boards;
using Haip.Flash.Processes;

namespace Haip.Flash.Nanoff;

/// <summary>The command lines of nanoff 2.5, for those who run them and for those who only print them.</summary>
/// <param name="program">The executable.</param>
public sealed class NanoffCalls(string program)
{
    /// <summary>From nanoff's own default down to what every cable carries.</summary>
    public static readonly int[] BaudRates = [1500000, 921600, 460800, 115200];

    private static readonly TimeSpan s_questionLimit = TimeSpan.FromSeconds(60);

    // Two megabytes at 115200 baud are three minutes; the download comes on top.
    private static readonly TimeSpan s_writeLimit = TimeSpan.FromMinutes(15);

    public ProcessCall Version() => new(program, ["--version"], s_questionLimit);

    public ProcessCall ListPorts() => new(program, ["--listports", "--suppressnanoffversioncheck"], s_questionLimit);

    /// <summary>Writes the nanoFramework image.</summary>
    /// <remarks>
    /// Never with --deploy in the same call: nanoff then ignores the address. Never more words than minimal: at "normal" nanoff moves
    /// the cursor, which fails when its output goes into a log.
    /// </remarks>
    public ProcessCall WriteFirmware(FlashRequest request, string target, string port, int baud)
    {
        List<string> arguments = ["--platform", "esp32", "--target", target, "--update", .. Serial(port, baud)];

        if (request.FirmwareVersion is not null)
        {
            arguments.AddRange(["--fwversion", request.FirmwareVersion]);
        }

        if (request.Archive is not null)
        {
            arguments.AddRange(["--fromarchive", "--archivepath", request.Archive]);
        }

        if (request.MassErase)
        {
            arguments.Add("--masserase");
        }

        return new ProcessCall(program, arguments, s_writeLimit);
    }

    /// <summary>Writes the application.</summary>
    /// <remarks>
    /// Always with the address: without one nanoff takes 0x1B0000, which on a classic ESP32 lies inside the nanoFramework image,
    /// and reports success (nanoFramework issue Home#1835).
    /// </remarks>
    public ProcessCall WriteApplication(Board board, string target, string image, string port, int baud)
    {
        string address = string.Create(CultureInfo.InvariantCulture, $"0x{board.DeployAddress:X}");
        return new ProcessCall(program, ["--platform", "esp32", "--target", target, "--deploy", "--image", image, "--address", address, .. Serial(port, baud)], s_writeLimit);
    }

    /// <summary>Asks the chip itself, at a speed that every cable carries. Only at "normal" nanoff prints the answer; here it moves no cursor.</summary>
    public ProcessCall Chip(string port) => new(
        program, ["--platform", "esp32", "--devicedetails", "--serialport", port, "--baud", "115200", "-v", "n", "--suppressnanoffversioncheck"], s_questionLimit);

    /// <remarks>With --nanodevice nanoff accepts neither platform nor target.</remarks>
    public ProcessCall Details(string port) => new(program, ["--nanodevice", "--devicedetails", "--serialport", port, "--suppressnanoffversioncheck"], s_questionLimit);

    private static string[] Serial(string port, int baud) =>
        ["--serialport", port, "--baud", baud.ToString(CultureInfo.InvariantCulture), "-v", "m", "--suppressnanoffversioncheck"];
}
