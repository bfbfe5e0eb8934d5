using System;
using System.CommandLine;
using System.IO;
using System.Threading.Tasks;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.LiveConsole;
using Haip.VirtualBoard.Radio;
using Haip.VirtualBoard.Web;

namespace Haip.VirtualBoard.Commands;

/// <summary>No verb at all: a pump that runs, to look at and to play with.</summary>
internal sealed class LiveCommand : RootCommand
{
    private readonly SimulationOptions _simulation = new(
        "a therapy of 1.3 mL/day that starts after a few seconds", "Ends after so many simulated days; otherwise when told to");

    private readonly Option<double?> _speed = NumberOption.Create(
        "--speed", "X", LiveSpeeds.Slowest, LiveSpeeds.Fastest, "", "Simulated seconds a second; otherwise 1");

    private readonly Option<int?> _port = NumberOption.CreateWhole(
        "--port", "N", 0, ushort.MaxValue, $"Where the programmer page is served on this PC; 0 is any port that is free, otherwise {WebServer.UsualPort}");

    private readonly Option<bool> _demo = new("--demo") { Description = "Shows the programmer page with this pump, without Bluetooth: for any browser, on every system" };

    private readonly Option<bool> _radio = new("--radio") { Description = "Offers the pump over Bluetooth to a browser on this PC; Linux only, see docs/virtual-radio.md" };

    public LiveCommand()
        : base("The hepatic artery infusion pump on a PC: its firmware on models of its parts, in a patient.\n\n"
            + "Without a verb it runs and shows a live view, or a line every ten simulated seconds when the output is not a terminal.")
    {
        Options.Add(_demo);
        Options.Add(_radio);
        Options.Add(_port);
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

        bool radio = parse.GetValue(_radio);
        bool demo = parse.GetValue(_demo);

        if ((radio || demo) && !TryAddRadio(session, radio, demo))
        {
            return CommandLine.Failed;
        }

        WebServer? server = Serve(session, parse.GetValue(_port) ?? WebServer.UsualPort);
        Say(session, radio, demo);
        Run(session, interrupt, endSeconds);
        EndAsync(session, server).Wait();
        return CommandLine.Done;
    }

    private static bool TryAddRadio(LiveSession session, bool radio, bool demo)
    {
        try
        {
            session.Radio = new LiveRadio(session.Simulation, radio, demo);
            return true;
        }
        catch (PlatformNotSupportedException e)
        {
            CommandLine.Complain(e.Message, CommandLine.Failed);
            return false;
        }
    }

    // Before anybody can look: a demonstration has its pump running.
    private static WebServer? Serve(LiveSession session, int port)
    {
        LiveDemonstration? demonstration = session.Radio is { Demo: not null } radio ? new LiveDemonstration(session, radio) : null;
        demonstration?.Prepare();

        try
        {
            WebServer server = WebServer.StartAsync(port, new PageFiles(PageFiles.BuiltFolder), demonstration).GetAwaiter().GetResult();
            session.PageAddress = server.Address;
            return server;
        }
        catch (IOException)
        {
            CommandLine.Complain($"port {port} is taken: nobody serves the programmer page, the pump runs without; --port names another", CommandLine.Failed);
            return null;
        }
    }

    private static void Say(LiveSession session, bool radio, bool demo)
    {
        if (session.PageAddress is string address)
        {
            Console.WriteLine(demo ? $"The programmer page with this pump, for any browser: {address}" : $"The programmer page: {address}");
        }

        if (!radio)
        {
            return;
        }

        Console.WriteLine("A browser that hears this pump; its card opens a session. The rest is in docs/virtual-radio.md.");
        Console.WriteLine();
        Console.WriteLine(session.Radio!.BrowserLine(session.PageAddress));
        Console.WriteLine();
        Console.WriteLine(session.Radio.Card);
        Console.WriteLine();

        if (LiveTerminal.IsThere)
        {
            Console.WriteLine("Copy what you need, then press a key.");
            Console.ReadKey(intercept: true);
        }
    }

    private static async Task EndAsync(LiveSession session, WebServer? server)
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        if (session.Radio is not null)
        {
            await session.Radio.DisposeAsync();
        }
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
