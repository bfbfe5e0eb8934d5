using Haip.Flash.Boards;
using Haip.Flash.Nanoff;
using Haip.Flash.Processes;

namespace Haip.Flash.Steps;

/// <summary>Asks the chip on the port what it is. nanoff does not: it writes the image of one chip into another without a word.</summary>
/// <remarks>The question restarts the board, so it comes after the one for a therapy.</remarks>
public sealed class ChipCheck(IProcessRunner runner, IConversation conversation)
{
    private const string OtherBoard = "Name the board that is on the port, or the port that it is on; nothing was written.";

    /// <exception cref="FlashException">No chip answers, or it is not the one of the target, or its flash is smaller than the board's.</exception>
    public void Check(string port, ProcessCall call, BleTarget target, Board board)
    {
        ProcessResult result = conversation.During($"Asking the chip on {port} what it is ...", () => runner.Run(call));

        if (result.End != ProcessEnd.Exited)
        {
            throw new FlashException(Outcome.Hung, "nanoff hung while it asked for the chip, and was stopped.", "Replug the board, hold its BOOT button and run again.");
        }

        if (!result.Succeeded)
        {
            NanoffFailure failure = NanoffFailures.Of(result);
            throw new FlashException(Outcome.NotReached, $"{failure.Sentence}.", failure.NextStep);
        }

        // Words of another nanoff 2.5 may differ; what runs afterwards is verified in any case.
        ChipDetails? chip = ChipDetails.Read(result.Output);
        conversation.Say($"Chip      {(chip is null ? "not named by nanoff" : $"{chip.Chip}, {chip.FlashMegabytes} MB")}");

        if (chip is not null && chip.Chip != target.Chip)
        {
            throw Wrong($"The board on {port} has the chip {chip.Chip}, but {target.Name} is for {target.Chip}.");
        }

        if (chip is not null && chip.FlashMegabytes < board.FlashSizeMegabytes)
        {
            throw Wrong($"The board on {port} has {chip.FlashMegabytes} MB of flash, but {board.Name} has {board.FlashSizeMegabytes}.");
        }
    }

    private static FlashException Wrong(string sentence) => new(Outcome.WrongBoard, sentence, OtherBoard);
}
