namespace Haip.VirtualBluetooth.Wire;

/// <summary>One message on a bus. Fields that are empty are not on the wire.</summary>
/// <param name="Kind">What it is.</param>
public sealed record Message(MessageKind Kind)
{
    private const byte NoReplyExpected = 1;

    public byte Flags { get; init; }

    /// <summary>The sender's number of it, never 0 on the wire.</summary>
    public uint Serial { get; init; }

    /// <summary>The number of the call that this answers; 0 when it answers none.</summary>
    public uint ReplySerial { get; init; }

    public string Path { get; init; } = "";

    public string Interface { get; init; } = "";

    public string Member { get; init; } = "";

    public string ErrorName { get; init; } = "";

    public string Destination { get; init; } = "";

    public string Sender { get; init; } = "";

    /// <summary>Of <see cref="Body"/>, one complete type each.</summary>
    public string Signature { get; init; } = "";

    public object[] Body { get; init; } = [];

    public bool WantsReply => Kind == MessageKind.Call && (Flags & NoReplyExpected) == 0;

    /// <summary>A value of the body.</summary>
    /// <exception cref="WireException">There is none of this type there.</exception>
    public T Argument<T>(int index) =>
        index < Body.Length && Body[index] is T value ? value : throw new WireException($"argument {index + 1} of {Member} is not what it should be");
}
