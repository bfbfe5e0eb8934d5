using System;
using Haip.Flash.Boards;
using Haip.Flash.Images;
using Haip.Flash.Nanoff;
using Haip.Flash.Processes;

namespace Haip.Flash.Steps;

/// <summary>Asks the board what it runs. nanoff's "OK" is not believed: it has been said of an application in the wrong place.</summary>
/// <remarks>Two builds of the same version look alike here, for the board does not tell an application's checksum.</remarks>
/// <param name="pause">Lets the board start between two questions.</param>
public sealed class Verifier(IProcessRunner runner, IConversation conversation, Action<TimeSpan> pause)
{
    private const int Questions = 3;
    private const string WriteAgain = "Run again; if it stays so, add --mass-erase, which also erases settings and therapy log.";

    // An image whose native half does not match the application's libraries runs none of them, and says so on the debug port only.
    private const string OtherImage = "Run again with the --firmware-version that nanoframework.json names; if it stays so, add --mass-erase, which also erases settings and therapy log.";

    private static readonly TimeSpan s_start = TimeSpan.FromSeconds(3);

    /// <param name="image">Null when no application was written.</param>
    /// <exception cref="FlashException">The board does not answer, or runs something else.</exception>
    public void Check(ProcessCall details, FlashRequest request, BleTarget target, Board board, PumpImage? image)
    {
        DeviceDetails device = conversation.During("Asking the board what it runs ...", () => Ask(details));
        CheckTarget(device, target);
        CheckImageVersion(device, request, board);

        if (image is not null)
        {
            CheckApplication(device, image);
        }

        conversation.Say($"Verified  {device.Target}, nanoFramework {device.ImageVersion}{(image is null ? "" : $", {PumpImage.ApplicationName} {image.Version}")}");
    }

    private DeviceDetails Ask(ProcessCall details)
    {
        string reason = "it does not say what it runs";

        for (int question = 0; question < Questions; question++)
        {
            pause(s_start);
            ProcessResult result = runner.Run(details);

            if (result.End != ProcessEnd.Exited)
            {
                throw new FlashException(
                    Outcome.Hung, "Everything was written, but nanoff hung while it asked the board what runs, and was stopped.", "Press the board's EN (RST) button and run again.");
            }

            if (result.Succeeded && DeviceDetails.Read(result.Output) is { } device)
            {
                return device;
            }

            reason = result.Succeeded ? reason : NanoffFailures.Of(result).Sentence;
        }

        throw Not($"Everything was written, but the board cannot be verified: {reason}.", "Press the board's EN (RST) button and run again.");
    }

    private static void CheckTarget(DeviceDetails device, BleTarget target)
    {
        if (device.Target != target.Name)
        {
            throw Not($"The board runs {device.Target}, not {target.Name}.", "Run again without --skip-firmware, and check that the port is this board's.");
        }
    }

    private static void CheckImageVersion(DeviceDetails device, FlashRequest request, Board board)
    {
        if (device.ImageVersion < board.MinimumImageVersion)
        {
            throw Not(
                $"The board runs nanoFramework {device.ImageVersion}, but {board.Name} needs {board.MinimumImageVersion} or newer.",
                "Run again without --skip-firmware, or name a newer --firmware-version.");
        }

        if (request.FirmwareVersion is not null && !Matches(device.ImageVersion, Version.Parse(request.FirmwareVersion)))
        {
            throw Not($"The board runs nanoFramework {device.ImageVersion}, not {request.FirmwareVersion}.", WriteAgain);
        }
    }

    private static void CheckApplication(DeviceDetails device, PumpImage image)
    {
        if (!device.Assemblies.ContainsKey(PumpImage.ApplicationName))
        {
            throw Not($"nanoff reported success, but the board runs {device.Applications()} and not {PumpImage.ApplicationName}.", OtherImage);
        }

        foreach (ImageAssembly assembly in image.Assemblies)
        {
            if (assembly.Name is null)
            {
                continue;
            }

            string? found = device.Assemblies.TryGetValue(assembly.Name, out string? version) ? version : null;

            if (found != assembly.Version)
            {
                throw Not($"nanoff reported success, but of {assembly.Name} the board runs {found ?? "nothing"} and not {assembly.Version}.", OtherImage);
            }
        }
    }

    // Three numbers asked for leave the fourth open.
    private static bool Matches(Version found, Version asked) => asked.Revision < 0 ? found.ToString(3) == asked.ToString(3) : found == asked;

    private static FlashException Not(string sentence, string nextStep) => new(Outcome.NotVerified, sentence, nextStep);
}
