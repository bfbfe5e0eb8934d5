using System;
using System.Threading;
using System.Threading.Tasks;

namespace Haip.VirtualBluetooth.Air;

/// <summary>How a link becomes safe: with a passkey that the peripheral shows and a person types at the central, or with the key of an earlier time.</summary>
/// <remarks>The states and outcomes of pairing, not its cryptography (Core Specification, volume 3, part H).</remarks>
internal sealed class LinkPairing(IPeripheral peripheral, FrameLog log, IPairingDialog dialog)
{
    // The security manager gives up after so long without an answer, and so does the person's dialog.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public bool CentralIsBonded { get; private set; }

    public void ForgetCentral() => CentralIsBonded = false;

    /// <summary>With the key that the central kept.</summary>
    /// <returns>None when the peripheral does not know it.</returns>
    public LinkSecurity Encrypt()
    {
        if (!peripheral.TryFindBond(out LinkSecurity security))
        {
            log.Add(FrameKind.PairingFailed);
            return LinkSecurity.None;
        }

        return Secured(security, bond: false);
    }

    /// <summary>Anew, with a person.</summary>
    /// <returns>None when it failed, was cancelled, or took too long.</returns>
    public async Task<LinkSecurity> PairAsync(CancellationToken linkLost)
    {
        if (peripheral.PairsWithoutPasskey)
        {
            return Bonded(LinkSecurity.Encrypted);
        }

        if (!peripheral.TryShowPasskey(out int shown))
        {
            return Failed();
        }

        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(linkLost);
        patience.CancelAfter(s_patience);
        int? typed = await dialog.AskPasskeyAsync(peripheral, patience.Token);
        return typed == shown && !linkLost.IsCancellationRequested ? Bonded(LinkSecurity.Authenticated) : Failed();
    }

    private LinkSecurity Bonded(LinkSecurity security)
    {
        CentralIsBonded = true;
        return Secured(security, bond: true);
    }

    private LinkSecurity Secured(LinkSecurity security, bool bond)
    {
        log.Add(FrameKind.Secured);
        peripheral.SecurityChanged(security, bond);
        return security;
    }

    private LinkSecurity Failed()
    {
        log.Add(FrameKind.PairingFailed);
        peripheral.SecurityChanged(LinkSecurity.None, bond: false);
        return LinkSecurity.None;
    }
}
