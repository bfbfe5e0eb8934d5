using System.CommandLine;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.LiveConsole;

namespace Haip.VirtualBoard.Commands;

/// <summary>No verb at all: a pump that runs, to look at and to play with.</summary>
internal sealed class LiveCommand : RootCommand
{
    private readonly SimulationOptions _simulation = new(
        "a therapy of 1.3 mL/day that starts after a few seconds", "Ends after so many simulated days; otherwise when told to");

    private readonly Option<double?> _speed = NumberOption.Create(
        "--speed", "X", LiveSpeeds.Slowest, LiveSpeeds.Fastest, "", "Simulated seconds a second; otherwise 1");

    public LiveCommand()
        : base("The hepatic artery infusion pump on a PC: its firmware on models of its parts, in a patient.\n\n"
            + "Without a verb it runs and shows a live view, or a line every ten simulated seconds when the output is not a terminal.")
    {
        Options.Add(_speed);
        _simulation.AddTo(this);
        SetAction(Start);
    }

    private int Start(ParseResult parse)
    {
        Scenario scenario = _simulation.Scenario(parse) ?? LiveSession.NominalScenario;
        var session = new LiveSession(_simulation.Plant(parse), scenario, _simulation.Seed(parse) ?? scenario.Seed, parse.GetValue(_speed) ?? 1);
        double endSeconds = _simulation.Days(parse) * 86_400 ?? double.PositiveInfinity;
        using var interrupt = new Interrupt();

        if (LiveTerminal.IsThere)
        {
            new LiveTerminal(session, interrupt).Run(endSeconds);
        }
        else
        {
            new LiveLog(session, interrupt).Run(endSeconds);
        }

        return CommandLine.Done;
    }
}
