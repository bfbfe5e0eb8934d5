namespace Haip.VirtualBoard.Web;

/// <summary>First byte of a frame between the page and the demonstration's server; the second is the characteristic's number in the GATT table, the rest its bytes.</summary>
internal static class LinkFrame
{
    public const byte Read = 1;
    public const byte Write = 2;
    public const byte Subscribe = 3;

    /// <summary>Set in every answer.</summary>
    public const byte Answer = 0x80;

    public const byte Notification = 0x84;

    /// <summary>Its only byte is the error code of the attribute protocol.</summary>
    public const byte Error = 0x85;

    public const int HeaderLength = 2;
}
