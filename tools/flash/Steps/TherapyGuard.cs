using Haip.Flash.Images;
using Haip.Flash.Nanoff;
using Haip.Flash.Processes;
using Haip.Flash.Therapy;

namespace Haip.Flash.Steps;

/// <summary>Lets nothing be written to a pump that somebody may depend on.</summary>
public sealed class TherapyGuard(ITherapyQuery query, IProcessRunner runner, IConversation conversation)
{
    private const string Question = "The board does not say whether a therapy runs. Is it certain that nobody is connected to this pump?";

    /// <param name="details">Asked when the device is silent: a device without our application runs no therapy of ours.</param>
    /// <exception cref="FlashException">A therapy runs, or may run, and neither --interrupt-therapy nor a person allows it.</exception>
    public void Check(string port, ProcessCall details, bool interrupt)
    {
        TherapyAnswer answer = conversation.During($"Asking the device on {port} whether a therapy runs ...", () => Ask(port, details));
        conversation.Say($"Therapy   {answer.State} ({answer.Said})");

        if (answer.State == TherapyState.None || interrupt)
        {
            return;
        }

        if (answer.State == TherapyState.Running)
        {
            throw new FlashException(
                Outcome.Refused, $"The device reports a therapy ({answer.Said}).", "End the therapy with the programmer first; --interrupt-therapy flashes regardless, and delivery stops.");
        }

        if (!conversation.Confirm(Question))
        {
            throw new FlashException(
                Outcome.Refused, $"It is not known whether a therapy runs on this device ({answer.Said}).", "Close every program that uses the port, make sure that nobody is connected to the pump, then answer y or add --interrupt-therapy.");
        }
    }

    private TherapyAnswer Ask(string port, ProcessCall details)
    {
        TherapyAnswer answer = query.Ask(port, runner);

        if (answer.State != TherapyState.Unknown)
        {
            return answer;
        }

        ProcessResult result = runner.Run(details);
        DeviceDetails? device = result.Succeeded ? DeviceDetails.Read(result.Output) : null;

        return device is not null && !device.Assemblies.ContainsKey(PumpImage.ApplicationName)
            ? new TherapyAnswer(TherapyState.None, $"the board runs {device.Applications()}")
            : answer;
    }
}
