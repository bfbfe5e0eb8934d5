namespace Haip.VirtualBluetooth.Air;

/// <summary>What came back to a request.</summary>
/// <param name="Value">Of a read; otherwise empty.</param>
public sealed record AttAnswer(AttError Error, byte[] Value)
{
    public static readonly AttAnswer Done = new(AttError.None, []);

    public bool Ok => Error == AttError.None;

    public static AttAnswer Refused(AttError error) => new(error, []);
}
