using System;
using System.IO;
using System.Text;
using Haip.Flash.Processes;
using Haip.Flash.Therapy;

namespace Haip.Flash.Cards;

/// <summary>Sends a card's line into a pump, over the serial adapter at its CardData pin. Not run on hardware.</summary>
public static class CardWire
{
    /// <summary>firmware/Platform/CardPort.cs.</summary>
    private const string Baud = "115200";

    /// <summary>Sends the line. What the pump makes of it, it says on its debug port.</summary>
    /// <exception cref="FlashException">The port cannot be prepared or written.</exception>
    public static void Send(string port, string line, IProcessRunner runner)
    {
        const string NextStep = "Check the adapter and its name, and make the card again with --overwrite.";

        if (!runner.Run(PortSetup.For(port, Baud)).Succeeded)
        {
            throw new FlashException(Outcome.NotReached, $"The port {port} cannot be prepared.", NextStep);
        }

        try
        {
            using var stream = new FileStream(PortSetup.PathOf(port), FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
            stream.Write(Encoding.ASCII.GetBytes($"\n{line}\n")); // the first ends what an adapter made when it was plugged in
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new FlashException(Outcome.NotReached, $"The port {port} cannot be written: {e.Message.TrimEnd('.')}.", NextStep);
        }
    }
}
