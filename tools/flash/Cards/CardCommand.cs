using System;
using System.CommandLine;

namespace Haip.Flash.Cards;

/// <summary>The verb <c>card</c>.</summary>
internal sealed class CardCommand : Command
{
    private readonly Option<string> _serial = new("--serial") { Description = "The pump's serial number: 12 of A-Z, 0-9 and the hyphen.", Required = true };
    private readonly Option<int> _key = new("--key") { Description = "Number of the key, 1 to 65535: one that this pump never had.", Required = true };
    private readonly Option<string?> _out = new("--out") { Description = "Page to print the card from, such as card.html." };
    private readonly Option<string?> _port = new("--port") { Description = "Serial adapter at the pump's CardData pin: sends the line into the pump." };
    private readonly Option<bool> _overwrite = new("--overwrite") { Description = "Replaces a page that is there already." };

    /// <param name="run">Does what was asked for.</param>
    public CardCommand(Func<CardRequest, Outcome> run)
        : base("card", "Makes the clinician's card of one pump, with a new secret.")
    {
        foreach (Option option in new Option[] { _serial, _key, _out, _port, _overwrite })
        {
            Options.Add(option);
        }

        SetAction(parsed => (int)run(Request(parsed)));
    }

    private CardRequest Request(ParseResult parsed) => new()
    {
        Serial = parsed.GetValue(_serial)!,
        Key = parsed.GetValue(_key),
        Out = parsed.GetValue(_out),
        Port = parsed.GetValue(_port),
        Overwrite = parsed.GetValue(_overwrite),
    };
}
