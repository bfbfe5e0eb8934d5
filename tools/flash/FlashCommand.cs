using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using Haip.Flash.Cards;

namespace Haip.Flash;

/// <summary>The command line.</summary>
public sealed class FlashCommand
{
    private const string Purpose = "Writes nanoFramework and the pump's application to a board, and verifies what the board runs afterwards.";

    private readonly Option<string?> _board = new("--board") { Description = "Folder under boards/, such as esp32-devkitc." };
    private readonly Option<string?> _target = new("--target") { Description = "Another nanoFramework image of the same chip, such as ESP32_S3_OCTAL." };
    private readonly Option<string?> _port = new("--port") { Description = "Serial port of the board; not needed when there is only one." };
    private readonly Option<string?> _image = new("--image") { Description = "The application; as built when left out." };
    private readonly Option<string> _configuration = new("--configuration") { Description = "Which build to take.", DefaultValueFactory = _ => "Release" };
    private readonly Option<string?> _firmwareVersion = new("--firmware-version") { Description = "Version of the nanoFramework image; the newest when left out." };
    private readonly Option<bool> _skipFirmware = new("--skip-firmware") { Description = "Leave the nanoFramework image on the board as it is." };
    private readonly Option<bool> _skipApplication = new("--skip-app") { Description = "Leave the application on the board as it is." };
    private readonly Option<bool> _massErase = new("--mass-erase") { Description = "Erase everything first, with settings, therapy log and pairings. Asks before." };
    private readonly Option<bool> _yes = new("--yes") { Description = "Answers the question of --mass-erase, and no other." };
    private readonly Option<string?> _archive = new("--archive") { Description = "Folder filled by nanoff --updatearchive, for work without internet." };
    private readonly Option<bool> _listPorts = new("--list-ports") { Description = "Print the serial ports and end." };
    private readonly Option<bool> _whatIf = new("--what-if") { Description = "Print the exact steps and end; needs neither board nor nanoff." };
    private readonly Option<bool> _interruptTherapy = new("--interrupt-therapy") { Description = "Flash although a therapy runs, or nobody knows. Delivery stops." };
    private readonly Option<string?> _log = new("--log") { Description = "Log file; out/flash/flash-<time>.log when left out." };
    private readonly Option<string> _nanoff = new("--nanoff") { Description = "The nanoff to use.", DefaultValueFactory = _ => "nanoff" };
    private readonly RootCommand _root = new($"{Purpose}\n\nExit codes:\n{Outcomes.Text()}");

    /// <param name="run">Flashes what was asked for.</param>
    /// <param name="makeCard">Makes the card that was asked for.</param>
    public FlashCommand(Func<FlashRequest, Outcome> run, Func<CardRequest, Outcome> makeCard)
    {
        _configuration.AcceptOnlyFromAmong("Debug", "Release");

        foreach (Option option in new Option[]
        {
            _board, _target, _port, _image, _configuration, _firmwareVersion, _skipFirmware, _skipApplication, _massErase, _yes, _archive,
            _listPorts, _whatIf, _interruptTherapy, _log, _nanoff,
        })
        {
            _root.Options.Add(option);
        }

        _root.Subcommands.Add(new CardCommand(makeCard));

        foreach (Option option in AllOptions)
        {
            option.Validators.Add(found =>
            {
                if (found.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
                {
                    found.AddError($"{option.Name} needs a value.");
                }
            });
        }

        _root.SetAction(parsed => (int)run(Request(parsed)));
    }

    private IEnumerable<Option> AllOptions => _root.Options.Concat(_root.Subcommands.SelectMany(command => command.Options));

    /// <returns>The exit code.</returns>
    public int Invoke(string[] arguments)
    {
        ParseResult parsed = _root.Parse(PowerShellNames.Translate(arguments.Length == 0 ? ["--help"] : arguments, AllOptions));

        if (parsed.Errors.Count > 0)
        {
            Console.Error.WriteLine($"error: {string.Join(" ", parsed.Errors.Select(error => error.Message))}");
            Console.Error.WriteLine("next:  run without arguments to see what is allowed.");
            return (int)Outcome.BadArguments;
        }

        return parsed.Invoke();
    }

    private FlashRequest Request(ParseResult parsed) => new()
    {
        Board = parsed.GetValue(_board),
        Target = parsed.GetValue(_target),
        Port = parsed.GetValue(_port),
        Image = parsed.GetValue(_image),
        Configuration = parsed.GetValue(_configuration)!,
        FirmwareVersion = parsed.GetValue(_firmwareVersion),
        SkipFirmware = parsed.GetValue(_skipFirmware),
        SkipApplication = parsed.GetValue(_skipApplication),
        MassErase = parsed.GetValue(_massErase),
        Yes = parsed.GetValue(_yes),
        Archive = parsed.GetValue(_archive),
        ListPorts = parsed.GetValue(_listPorts),
        WhatIf = parsed.GetValue(_whatIf),
        InterruptTherapy = parsed.GetValue(_interruptTherapy),
        Log = parsed.GetValue(_log),
        Nanoff = parsed.GetValue(_nanoff)!,
    };
}
