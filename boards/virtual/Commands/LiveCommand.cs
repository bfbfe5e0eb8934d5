using System;
using System.CommandLine;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.LiveConsole;
using Haip.VirtualBoard.Radio;

namespace Haip.VirtualBoard.Commands;

/// <summary>No verb at all: a pump that runs, to look at and to play with.</summary>
internal sealed class LiveCommand : RootCommand
{
    private readonly SimulationOptions _simulation = new(
        "a therapy of 1.3 mL/day that starts after a few seconds", "Ends after so many simulated days; otherwise when told to");

    private readonly Option<double?> _speed = NumberOption.Create(
        "--speed", "X", LiveSpeeds.Slowest, LiveSpeeds.Fastest, "", "Simulated seconds a second; otherwise 1");

    private readonly Option<bool> _radio = new("--radio") { Description = "Offers the pump over Bluetooth to a browser on this PC; Linux only, see docs/virtual-radio.md" };

    public LiveCommand()
        : base("The hepatic artery infusion pump on a PC: its firmware on models of its parts, in a patient.\n\n"
            + "Without a verb it runs and shows a live view, or a line every ten simulated seconds when the output is not a terminal.")
    {
        Options.Add(_speed);
        Options.Add(_radio);
        _simulation.AddTo(this);
        SetAction(Start);
    }

    private int Start(ParseResult parse)
    {
        Scenario scenario = _simulation.Scenario(parse) ?? LiveSession.NominalScenario;
        var session = new LiveSession(_simulation.Plant(parse), scenario, _simulation.Seed(parse) ?? scenario.Seed, parse.GetValue(_speed) ?? 1);
        double endSeconds = _simulation.Days(parse) * 86_400 ?? double.PositiveInfinity;
        using var interrupt = new Interrupt();

        if (parse.GetValue(_radio) && !TryAddRadio(session))
        {
            return CommandLine.Failed;
        }

        Run(session, interrupt, endSeconds);
        session.Radio?.DisposeAsync().AsTask().Wait();
        return CommandLine.Done;
    }

    private static bool TryAddRadio(LiveSession session)
    {
        try
        {
            session.Radio = new LiveRadio(session.Simulation);
        }
        catch (PlatformNotSupportedException e)
        {
            CommandLine.Complain(e.Message, CommandLine.Failed);
            return false;
        }

        Console.WriteLine("A browser that hears this pump; its card opens a session. The rest is in docs/virtual-radio.md.");
        Console.WriteLine();
        Console.WriteLine(session.Radio.BrowserLine);
        Console.WriteLine();
        Console.WriteLine(session.Radio.Card);
        Console.WriteLine();

        if (LiveTerminal.IsThere)
        {
            Console.WriteLine("Copy what you need, then press a key.");
            Console.ReadKey(intercept: true);
        }

        return true;
    }

    private static void Run(LiveSession session, Interrupt interrupt, double endSeconds)
    {
        if (LiveTerminal.IsThere)
        {
            new LiveTerminal(session, interrupt).Run(endSeconds);
        }
        else
        {
            new LiveLog(session, interrupt).Run(endSeconds);
        }
    }
}
