using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Haip.Flash.Processes;

namespace Haip.Flash.Nanoff;

/// <summary>The exit codes of nanoff 2.5 that an ESP32 can end in (nanoFirmwareFlasher 2.5.162, ExitCodes.cs).</summary>
public static partial class NanoffFailures
{
    private const string HoldBoot = "Hold the board's BOOT button until writing starts, use a short USB cable without a hub, and run again.";
    private const string OneProgram = "Close every program that uses the port (Visual Studio, VS Code, serial monitors), replug the board and run again.";
    private const string Replug = "Replug the board, or press its EN (RST) button, and run again; if it stays silent, leave out --skip-firmware.";
    private const string OurMistake = "This is a mistake of tools/flash: report it together with the log.";
    private const string Internet = "Check the internet connection, or use --archive with a folder filled by nanoff --updatearchive.";
    private const string ChooseVersion = "Look the version up with nanoff --listtargets --platform esp32 and name it with --firmware-version.";
    private const string Disk = "Make room and check the rights in the home and temporary folders, then run again.";

    public static readonly NanoffFailure[] Rows =
    [
        new(2000, "The board does not answer as a nanoFramework device", Replug, NanoffStage.Connecting),
        new(2001, "The board does not answer as a nanoFramework device", Replug, NanoffStage.Connecting),
        new(2002, "The board answered, but broke off the operation", Replug),
        new(2003, "Files could not be put on the board", Replug),
        new(4000, "The chip did not follow a command of the flasher", HoldBoot, SlowerMayHelp: true),
        new(4001, "The board's flash size is not supported by its target", "Compare the board with board.json: it may be another module.", NanoffStage.Preparing),
        new(4002, "The flash could not be erased", HoldBoot, SlowerMayHelp: true),
        new(4003, "The flash could not be written", HoldBoot, SlowerMayHelp: true),
        new(4004, "The flash could not be read", HoldBoot, SlowerMayHelp: true),
        new(4005, "The serial port could not be opened", OneProgram, NanoffStage.Connecting),
        new(6000, "The serial port does not exist or is used by another program", OneProgram, NanoffStage.Connecting),
        new(6001, "nanoff was not told a serial port", OurMistake, NanoffStage.Connecting),
        new(6002, "Another nanoFramework program has the board", OneProgram, NanoffStage.Connecting),
        new(7000, "nanoff does not support the connected device", "Compare the board with board.json: it may be another chip.", NanoffStage.Preparing),
        new(9000, "nanoff did not understand its arguments", OurMistake, NanoffStage.Preparing),
        new(9002, "The folder for the backup could not be made", Disk, NanoffStage.Preparing),
        new(9003, "An old backup could not be deleted", Disk, NanoffStage.Preparing),
        new(9004, "nanoff was told a backup file without a folder", OurMistake, NanoffStage.Preparing),
        new(9005, "There is no image of this target and version", ChooseVersion, NanoffStage.Preparing),
        new(9006, "The folder for the download could not be made", Disk, NanoffStage.Preparing),
        new(9007, "The image could not be downloaded", Internet, NanoffStage.Preparing),
        new(9008, "nanoff did not find the application's image", "Check the path given with --image.", NanoffStage.Preparing),
        new(9009, "nanoff did not accept the deployment address", "Correct deployAddress in board.json.", NanoffStage.Preparing),
        new(9010, "No device is connected", Replug, NanoffStage.Connecting),
        new(9011, "nanoff did not find its own image file", OurMistake, NanoffStage.Preparing),
        new(9012, "nanoff's own image file has the wrong format", OurMistake, NanoffStage.Preparing),
        new(9013, "nanoff does not know the platform esp32", OurMistake, NanoffStage.Preparing),
        new(9014, "nanoff's cache could not be cleared", Disk, NanoffStage.Preparing),
        new(9015, "The archive holds no image of this target and version", "Fill it with nanoff --updatearchive, or leave out --archive.", NanoffStage.Preparing),
    ];

    /// <summary>Puts the end of a call into words; the call must have failed.</summary>
    public static NanoffFailure Of(ProcessResult result)
    {
        int code = Code(result);
        return Array.Find(Rows, row => row.Code == code) ?? new NanoffFailure(
            code, $"nanoff failed with code {code}, which no ESP32 should end in", "Read the log; the board and the target may not belong together.");
    }

    // Linux and macOS pass on the lowest eight bits only, so the printed code counts first: "E4003", or "Error E4003: ...".
    private static int Code(ProcessResult result)
    {
        Match printed = PrintedCode().Matches(result.Output).LastOrDefault() ?? Match.Empty;

        if (printed.Success)
        {
            int code = int.Parse(printed.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

            if (code % 256 == result.ExitCode % 256)
            {
                return code;
            }
        }

        NanoffFailure[] sameByte = Array.FindAll(Rows, row => row.Code % 256 == result.ExitCode);
        return sameByte.Length == 1 ? sameByte[0].Code : result.ExitCode;
    }

    [GeneratedRegex(@"(?m)^(?:Error )?E(\d{4})\b")]
    private static partial Regex PrintedCode();
}
