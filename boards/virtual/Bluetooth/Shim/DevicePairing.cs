using Haip.VirtualBluetooth.Air;
using Haip.VirtualBluetooth.Esp32;

namespace nanoFramework.Device.Bluetooth;

/// <summary>Pairing, for all centrals together: what it says of the last one stays when that one is gone.</summary>
public sealed class DevicePairing
{
    private readonly RadioChip _chip;

    internal DevicePairing(RadioChip chip) => _chip = chip;

    public delegate void DevicePairingRequestedHandler(object sender, DevicePairingRequestedEventArgs args);

    public delegate void PairingCompleteHandler(object sender, DevicePairingEventArgs args);

    /// <summary>Something is wanted of the application; without an answer the pairing fails.</summary>
    public event DevicePairingRequestedHandler? PairingRequested;

    /// <summary>A pairing ended, well or not, or a link was encrypted with an old key.</summary>
    public event PairingCompleteHandler? PairingComplete;

    public bool AllowBonding { get; set; } = true;

    public DevicePairingProtectionLevel ProtectionLevel { get; set; } = DevicePairingProtectionLevel.None;

    public DevicePairingIOCapabilities IOCapabilities { get; set; } = DevicePairingIOCapabilities.NoInputNoOutput;

    public bool IsPaired { get; private set; }

    public bool IsAuthenticated { get; private set; }

    internal void OnPasskeyWanted(ushort id) =>
        PairingRequested?.Invoke(_chip.Server, new DevicePairingRequestedEventArgs(_chip, id, DevicePairingKinds.DisplayPin));

    internal void OnSecurityChanged(LinkSecurity security)
    {
        IsPaired = security != LinkSecurity.None;
        IsAuthenticated = security == LinkSecurity.Authenticated;
        PairingComplete?.Invoke(this, new DevicePairingEventArgs(IsPaired ? DevicePairingResultStatus.Paired : DevicePairingResultStatus.AuthenticationFailure));
    }
}
