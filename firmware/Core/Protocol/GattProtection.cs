namespace Haip.Core.Protocol
{
    /// <summary>What the link must be before a characteristic is read, written or notified.</summary>
    /// <remarks>
    /// The stack guards reads and writes. It does not guard subscriptions, so notifications are guarded by <see cref="Mailbox.Authenticated"/>.
    /// </remarks>
    public enum GattProtection
    {
        /// <summary>Anybody in range.</summary>
        Open = 0,

        /// <summary>Encrypted, and paired with the passkey that the pump showed.</summary>
        Authenticated = 1,
    }
}
