using System;
using System.IO;
using Haip.Flash.Boards;

namespace Haip.Flash.Steps;

/// <summary>Finds wishes that contradict each other or the board, before anything is touched.</summary>
public static class RequestCheck
{
    private static readonly (Func<FlashRequest, bool> Wish, string Sentence, string NextStep)[] s_contradictions =
    [
        (r => r.SkipFirmware && r.SkipApplication, "--skip-firmware and --skip-app together leave nothing to write.", "Leave one of them out."),
        (r => r.SkipFirmware && r.MassErase, "--mass-erase without writing the nanoFramework image leaves a board that cannot start.", "Leave --skip-firmware out."),
        (r => r.SkipFirmware && r.FirmwareVersion is not null, "--firmware-version names an image that --skip-firmware does not write.", "Leave one of them out."),
        (r => r.SkipFirmware && r.Archive is not null, "--archive is for the image that --skip-firmware does not write.", "Leave one of them out."),
        (r => r.SkipApplication && r.Image is not null, "--image names an application that --skip-app does not write.", "Leave one of them out."),
        (r => r.Archive is not null && !Directory.Exists(r.Archive), "The folder named with --archive does not exist.", "Make it with: nanoff --updatearchive --platform esp32 --archivepath FOLDER"),
    ];

    /// <returns>The target to write: the board's, unless another was asked for.</returns>
    /// <exception cref="FlashException">The first contradiction.</exception>
    public static BleTarget Check(FlashRequest request, Board board)
    {
        foreach ((Func<FlashRequest, bool> wish, string sentence, string nextStep) in s_contradictions)
        {
            if (wish(request))
            {
                throw Bad(sentence, nextStep);
            }
        }

        CheckVersion(request.FirmwareVersion, board);
        return Target(request.Target ?? board.Target, board);
    }

    private static void CheckVersion(string? typed, Board board)
    {
        if (typed is null)
        {
            return;
        }

        if (!Version.TryParse(typed, out Version? version) || version.Build < 0)
        {
            throw Bad($"--firmware-version \"{typed}\" is not a version.", "Write it as three or four numbers, such as 1.17.0.334.");
        }

        if (version < board.MinimumImageVersion)
        {
            throw Bad($"{board.Name} needs nanoFramework {board.MinimumImageVersion} or newer, not {typed}.", "Name a newer version, or none for the newest.");
        }
    }

    private static BleTarget Target(string name, Board board)
    {
        BleTarget target = BleTargets.Find(name)
            ?? throw Bad($"\"{name}\" is not a nanoFramework target with Bluetooth, and without it the application dies when it is loaded.", $"Use one of: {BleTargets.Names}.");

        return target.Chip == BleTargets.Find(board.Target)?.Chip
            ? target
            : throw Bad($"{name} is for the chip {target.Chip}, which {board.Name} does not have.", "Name the board that you have, or leave --target out.");
    }

    private static FlashException Bad(string sentence, string nextStep) => new(Outcome.BadArguments, sentence, nextStep);
}
