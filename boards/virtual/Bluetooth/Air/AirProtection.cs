namespace Haip.VirtualBluetooth.Air;

/// <summary>What a link must be before an attribute may be touched.</summary>
public enum AirProtection
{
    Plain,
    Encrypted,

    /// <summary>Encrypted with a key that came out of a pairing with a passkey.</summary>
    Authenticated,
}
