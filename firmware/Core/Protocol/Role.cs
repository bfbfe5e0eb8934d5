namespace Haip.Core.Protocol
{
    /// <summary>Who somebody wants to be. Code words as in <see cref="SafeCode"/>.</summary>
    public enum Role
    {
        /// <summary>Reads over a paired link, and needs no session for that.</summary>
        Patient = 0x33,

        /// <summary>Proves the secret, and may do everything within the limits.</summary>
        Clinician = 0x3C,
    }
}
