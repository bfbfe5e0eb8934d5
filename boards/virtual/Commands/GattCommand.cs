using System;
using System.CommandLine;
using Haip.VirtualBoard.Files;

namespace Haip.VirtualBoard.Commands;

/// <summary>Prints what the pump offers over Bluetooth.</summary>
internal sealed class GattCommand : Command
{
    private readonly Option<bool> _json = new("--json") { Description = "Prints one JSON object: the table, every code, and frames to try a program on" };

    public GattCommand()
        : base("gatt", "Prints the GATT table")
    {
        Options.Add(_json);
        SetAction(Print);
    }

    private int Print(ParseResult parse)
    {
        Console.Write(parse.GetValue(_json) ? GattJson.Text() : GattDocument.Table());
        return CommandLine.Done;
    }
}
