namespace Haip.VirtualBluetooth.Air;

/// <summary>Error codes of the attribute protocol (Core Specification, volume 3, part F, 3.4.1.1), and two of our own for what no code is sent for.</summary>
public enum AttError
{
    None = 0,
    ReadNotPermitted = 0x02,
    WriteNotPermitted = 0x03,
    InsufficientAuthentication = 0x05,
    RequestNotSupported = 0x06,
    InsufficientAuthorization = 0x08,
    AttributeNotFound = 0x0A,
    InvalidLength = 0x0D,
    Unlikely = 0x0E,
    InsufficientEncryption = 0x0F,

    /// <summary>The link went before an answer came.</summary>
    LinkLost = 0x100,

    /// <summary>The link could not be made as safe as the attribute wants.</summary>
    NotPaired = 0x101,
}
