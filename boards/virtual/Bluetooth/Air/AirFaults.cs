namespace Haip.VirtualBluetooth.Air;

/// <summary>What goes wrong on the air, on demand.</summary>
/// <remarks>
/// A living link repeats what was not received, so a frame is lost only by a stack that ran out of buffers (notifications), or with the
/// link (everything else).
/// </remarks>
public sealed class AirFaults
{
    /// <summary>So many of the next notifications never leave the peripheral.</summary>
    public int DropNotifications { get; set; }

    /// <summary>Each notification arrives so much later; their order stays.</summary>
    public int NotificationDelayMs { get; set; }

    /// <summary>Each answer to a request arrives so much later.</summary>
    public int AnswerDelayMs { get; set; }

    /// <summary>The link goes when so many more writes were sent, and the last one with it: the peripheral never sees it. 0 is off.</summary>
    public int LoseLinkBeforeWrite { get; set; }

    /// <summary>The link goes after so many more writes, and the last one's answer with it: the peripheral did see it. 0 is off.</summary>
    public int LoseLinkAfterWrite { get; set; }

    /// <summary>The longest frame that the central takes, header included: 23 is a central that never asks for more.</summary>
    public int CentralMtu { get; set; } = 517;
}
