using System.Globalization;
using Haip.Flash.Processes;

namespace Haip.Flash.Cards;

/// <summary>Makes the card of one pump: on the terminal, as a page, and into the pump. Nothing of it goes into a log.</summary>
/// <param name="coloured">The terminal knows colours.</param>
public sealed class CardRun(IProcessRunner processes, IConversation talk, bool coloured)
{
    /// <summary>Never throws for anything that a person or a port did wrong.</summary>
    public Outcome Run(CardRequest request)
    {
        try
        {
            Make(request);
            return Outcome.Done;
        }
        catch (FlashException e)
        {
            talk.SayError(e.Message, e.NextStep);
            return e.Outcome;
        }
    }

    private void Make(CardRequest request)
    {
        PumpCard card = PumpCard.Create(request.Serial, request.Key);

        if (request.Out is not null)
        {
            CardPage.Write(request.Out, CardPage.Html(card), request.Overwrite);
        }

        talk.Say(string.Create(CultureInfo.InvariantCulture, $"Card      pump {card.Serial}, key {card.Key}"));
        talk.Say(card.Line);

        foreach (string line in new QrPicture(card.Line).Lines(coloured))
        {
            talk.Say(line);
        }

        if (request.Out is not null)
        {
            talk.Say($"Page      {request.Out}, readable by its owner only");
        }

        if (request.Port is not null)
        {
            CardWire.Send(request.Port, card.Line, processes);
            talk.Say($"Sent      to {request.Port}; the pump says on its debug port whether it has taken it");
        }

        talk.Say("Whoever has this code or the line above it can program the pump. Print it, put it into the pump, and destroy every other copy:");
        talk.Say("the page's file, this terminal's history, spoilt prints. docs/radio.md says the rest.");
    }
}
