using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Haip.VirtualBluetooth.Air;
using nanoFramework.Device.Bluetooth;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace Haip.VirtualBluetooth.Esp32;

/// <summary>The radio of an ESP32 with nanoFramework's Bluetooth server on it, and with that server's limits.</summary>
/// <remarks>
/// Copied from nf-interpreter, targets/ESP32/_nanoCLR/nanoFramework.Device.Bluetooth, as far as a server meets it: answers within two
/// seconds; a late one spoils everything that follows; no session in requests; pairing state that outlives its link; subscriptions that
/// nothing protects; notifications without confirmation; one central; bonds that a restart forgets unless the image keeps them.
/// </remarks>
public sealed class RadioChip : IPeripheral, IDisposable
{
    private const int NimblePreferredMtu = 256;
    private const int FatalCancellations = 2;

    private static readonly AsyncLocal<RadioChip?> s_current = new();

    private EventExchange _exchange = new();
    private EventThread _events;
    private AirService[] _services = [];
    private Dictionary<AirCharacteristic, GattLocalCharacteristic> _characteristics = [];
    private Guid[] _advertisedServices = [];
    private IPeripheralLink? _link;
    private LinkSecurity _bond;
    private int _cancelledPairings;
    private int _shownPasskey;
    private bool _advertising;
    private ChipFailure _failure;

    /// <param name="address">Six bytes with colons.</param>
    public RadioChip(string address = "00:00:5E:00:53:48")
    {
        Address = address;
        _events = new EventThread(Died);
        Server = new BluetoothLEServer(this);
    }

    /// <summary>The chip that programs started here run on, as the one chip that a device has.</summary>
    /// <exception cref="InvalidOperationException">None was selected.</exception>
    internal static RadioChip Current => s_current.Value ?? throw new InvalidOperationException("no RadioChip was selected for the program that uses Bluetooth");

    /// <summary>The image keeps bonds in flash. Most of nanoFramework's do not.</summary>
    public bool KeepsBonds { get; init; }

    /// <summary>The second cancelled pairing brings the server down, as nanoframework/Home issue 1724 tells.</summary>
    public bool DiesOfCancelledPairings { get; init; }

    /// <summary>How long NimBLE waits for an answer.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromSeconds(2);

    public ChipFailure Failure => _failure != ChipFailure.None ? _failure : _exchange.Leaked ? ChipFailure.LateAnswer : ChipFailure.None;

    /// <summary>What ended the event thread.</summary>
    public Exception? HandlerException { get; private set; }

    /// <inheritdoc/>
    public string Address { get; }

    /// <inheritdoc/>
    public string Name => Server.DeviceName;

    /// <inheritdoc/>
    public bool Advertises => Running && _advertising && _link is null && Failure != ChipFailure.CancelledPairings;

    /// <inheritdoc/>
    public IReadOnlyList<Guid> AdvertisedServices => _advertisedServices;

    /// <inheritdoc/>
    public IReadOnlyList<AirService> Services => _services;

    /// <inheritdoc/>
    public int PreferredMtu => NimblePreferredMtu;

    /// <inheritdoc/>
    public bool PairsWithoutPasskey => Server.Pairing.IOCapabilities == DevicePairingIOCapabilities.NoInputNoOutput;

    /// <inheritdoc/>
    public event Action? AdvertisingChanged;

    internal BluetoothLEServer Server { get; private set; }

    internal List<GattServiceProvider> Providers { get; } = [];

    /// <summary>The server was started.</summary>
    internal bool Running { get; set; }

    internal int BondCount => _bond == LinkSecurity.None ? 0 : 1;

    /// <summary>Programs started from here on, and what they start, run on this chip.</summary>
    public void Select() => s_current.Value = this;

    /// <summary>The processor starts anew: the program's objects are gone, and the link, and the bonds unless the image keeps them.</summary>
    public void Restart()
    {
        _exchange.Close();
        _events.Dispose();
        StopRunning();
        _exchange = new EventExchange();
        _events = new EventThread(Died);
        _bond = KeepsBonds ? _bond : LinkSecurity.None;
        _cancelledPairings = 0;
        _failure = ChipFailure.None;
        HandlerException = null;
        _services = [];
        _characteristics = [];
        Providers.Clear();
        Server = new BluetoothLEServer(this);
    }

    public void Dispose()
    {
        _exchange.Close();
        _events.Dispose();
    }

    /// <inheritdoc/>
    public void Connected(IPeripheralLink link)
    {
        _link = link;
        Post(() => Server.Session.Connected());

        if (link.Mtu > AirLink.DefaultMtu)
        {
            Post(() => Server.Session.MtuChanged((ushort)link.Mtu));
        }

        AdvertisingChanged?.Invoke();
    }

    /// <inheritdoc/>
    public void Disconnected()
    {
        _link = null;

        foreach (GattLocalCharacteristic characteristic in _characteristics.Values)
        {
            Post(() => characteristic.SubscriptionChanged(false));
        }

        Post(() => Server.Session.Disconnected());
        AdvertisingChanged?.Invoke();
    }

    /// <inheritdoc/>
    public AttAnswer Read(AirCharacteristic characteristic) => Ask([], id => _characteristics[characteristic].OnRead(id));

    /// <inheritdoc/>
    public AttAnswer Write(AirCharacteristic characteristic, byte[] value) => Ask(value, id => _characteristics[characteristic].OnWrite(id));

    /// <inheritdoc/>
    public void Subscribe(AirCharacteristic characteristic, bool on)
    {
        GattLocalCharacteristic local = _characteristics[characteristic];
        Post(() => local.SubscriptionChanged(on));
    }

    /// <inheritdoc/>
    public bool TryFindBond(out LinkSecurity security)
    {
        security = _bond;
        return security != LinkSecurity.None;
    }

    /// <inheritdoc/>
    public bool TryShowPasskey(out int passkey)
    {
        bool shown = Ask([], id => Server.Pairing.OnPasskeyWanted(id)).Ok;
        passkey = shown ? _shownPasskey : 0;
        return shown;
    }

    /// <inheritdoc/>
    public void SecurityChanged(LinkSecurity security, bool bond)
    {
        if (bond && Server.Pairing.AllowBonding)
        {
            _bond = security; // an older one is replaced without a question
        }

        if (security == LinkSecurity.None && ++_cancelledPairings >= FatalCancellations && DiesOfCancelledPairings)
        {
            _failure = ChipFailure.CancelledPairings;
            _exchange.Close();
            _events.Dispose();
            _link?.Drop();
            return;
        }

        Post(() => Server.Pairing.OnSecurityChanged(security));
    }

    /// <summary>Bond loss: the flash was erased, or the chip replaced.</summary>
    public void ForgetBonds() => _bond = LinkSecurity.None;

    internal void StartAdvertising(Guid service)
    {
        _characteristics = Providers.SelectMany(provider => provider.Service.Characteristics).ToDictionary(local => local.OnAir);
        _services = [.. Providers.Select(provider => new AirService(provider.Service.Uuid, [.. provider.Service.Characteristics.Select(local => local.OnAir)]))];
        _advertisedServices = [service];
        _advertising = true;
        AdvertisingChanged?.Invoke();
    }

    internal void StopAdvertising()
    {
        _advertising = false;
        AdvertisingChanged?.Invoke();
    }

    internal void StopRunning()
    {
        Running = false;
        StopAdvertising();
        _link?.Drop();
    }

    internal bool Notify(GattLocalCharacteristic characteristic, byte[] value) => Failure != ChipFailure.CancelledPairings && _link is { } link && link.Notify(characteristic.OnAir, value);

    internal byte[] RequestData(ushort id) => _exchange.Data(id);

    internal void Answer(ushort id, AttAnswer answer) => _exchange.Answer(id, answer);

    internal void ShowPasskey(ushort id, int passkey)
    {
        _shownPasskey = passkey;
        _exchange.Answer(id, AttAnswer.Done);
    }

    private void Post(Action deliver) => _events.Post(deliver);

    private AttAnswer Ask(byte[] data, Action<ushort> deliver) =>
        _exchange.Ask(data, id => Post(() => deliver(id)), AnswerTime) ?? AttAnswer.Refused(AttError.Unlikely);

    private void Died(Exception e)
    {
        HandlerException = e;
        _failure = ChipFailure.EventHandler;
    }
}
