namespace Haip.VirtualBluetooth.Air;

/// <summary>What a link is worth now. Bonded is another question: whether both sides keep the key for the next link.</summary>
public enum LinkSecurity
{
    None,

    /// <summary>Against listeners only: nobody typed a passkey.</summary>
    Encrypted,

    /// <summary>Encrypted after a pairing in which a passkey was typed.</summary>
    Authenticated,
}
