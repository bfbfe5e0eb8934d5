using System.Collections.Generic;
using System.Linq;
using Haip.Flash.Boards;
using Haip.Flash.Nanoff;
using Haip.Flash.Therapy;

namespace Haip.Flash.Steps;

/// <summary>The steps of a run in words and command lines, for --what-if.</summary>
public static class FlashPlan
{
    private const string UnknownPort = "<the only port>";

    public static IEnumerable<string> Lines(FlashRequest request, Board board, BleTarget target, string imagePath)
    {
        string port = request.Port ?? UnknownPort;
        int number = 0;

        foreach ((string what, string command) in Steps(request, board, target, imagePath, port))
        {
            yield return $"{++number,2}. {what}";

            if (command.Length > 0)
            {
                yield return $"      {command}";
            }
        }
    }

    private static IEnumerable<(string What, string Command)> Steps(FlashRequest request, Board board, BleTarget target, string imagePath, string port)
    {
        var calls = new NanoffCalls(request.Nanoff);
        int baud = NanoffCalls.BaudRates[0];
        string slower = string.Join(", ", NanoffCalls.BaudRates.Skip(1));

        yield return ("Check that nanoff is version 2.5:", calls.Version().CommandLine);

        yield return (request.Port is null ? "Take the serial port, if there is exactly one:" : $"Look whether there is a port {request.Port}:", calls.ListPorts().CommandLine);

        if (request.MassErase && !request.Yes)
        {
            yield return ("Ask before settings, therapy log and pairings are erased.", "");
        }

        yield return ("Listen for two seconds whether a therapy runs:", PortSetup.For(port).CommandLine);
        yield return ("If the device is silent, see whether it runs this application at all:", calls.Details(port).CommandLine);
        yield return request.InterruptTherapy
            ? ("Go on even if a therapy runs, because of --interrupt-therapy.", "")
            : ("Refuse if a therapy runs; ask if that is not known.", "");

        yield return ($"Compare the chip on the port with {target.Chip} and its flash with {board.FlashSizeMegabytes} MB:", calls.Chip(port).CommandLine);

        if (!request.SkipFirmware)
        {
            string erased = request.MassErase ? "Erase the flash and write" : "Write";
            yield return ($"{erased} the nanoFramework image (after a failure at {slower} baud):", calls.WriteFirmware(request, target.Name, port, baud).CommandLine);
        }

        if (!request.SkipApplication)
        {
            yield return ("Write the application, in a call of its own and to its address:", calls.WriteApplication(board, target.Name, imagePath, port, baud).CommandLine);
        }

        yield return ("Verify target, version of the image and application on the board:", calls.Details(port).CommandLine);
    }
}
