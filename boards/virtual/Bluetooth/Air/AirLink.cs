using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace Haip.VirtualBluetooth.Air;

/// <summary>One central and one peripheral: whether they are connected, how safe that is, and everything that goes between them.</summary>
/// <remarks>
/// Requests go one after the other. What needs a safer link than there is makes the central pair first, and is then sent again, as
/// operating systems do. Subscribing needs no safe link: NimBLE under nanoFramework asks for none.
/// </remarks>
public sealed class AirLink : IPeripheralLink, IDisposable
{
    /// <summary>Of every link until the two agree on more.</summary>
    public const int DefaultMtu = 23;

    private const int NotificationHeader = 3;

    private readonly IPeripheral _peripheral;
    private readonly FrameLog _log;
    private readonly LinkPairing _pairing;
    private readonly RequestQueue _requests = new();
    private readonly NotificationQueue _notifications;
    private readonly HashSet<AirCharacteristic> _subscribed = [];
    private readonly Lock _gate = new();
    private CancellationTokenSource _life = new();

    public AirLink(IPeripheral peripheral, AirFaults faults, FrameLog log, IPairingDialog dialog)
    {
        _peripheral = peripheral;
        _log = log;
        Faults = faults;
        _pairing = new LinkPairing(peripheral, log, dialog);
        _notifications = new NotificationQueue(faults, (characteristic, value) => Notified?.Invoke(characteristic, value));
    }

    public IPeripheral Peripheral => _peripheral;

    public AirFaults Faults { get; }

    public bool IsConnected { get; private set; }

    public LinkSecurity Security { get; private set; }

    /// <summary>The central keeps a key of an earlier pairing.</summary>
    public bool CentralIsBonded => _pairing.CentralIsBonded;

    /// <inheritdoc/>
    public int Mtu { get; private set; } = DefaultMtu;

    /// <summary>A notification arrived at the central.</summary>
    public event Action<AirCharacteristic, byte[]>? Notified;

    /// <summary>The link is gone, whoever ended it.</summary>
    public event Action? Lost;

    /// <summary>The central has a key, or none any more.</summary>
    public event Action? BondChanged;

    /// <summary>Connects; a central with a key makes the link safe at once, and loses it when the peripheral does not know the key.</summary>
    /// <returns>False when the peripheral cannot be connected to, or the key was refused.</returns>
    public async Task<bool> ConnectAsync()
    {
        lock (_gate)
        {
            if (IsConnected)
            {
                return true;
            }

            if (!_peripheral.Advertises)
            {
                return false;
            }

            IsConnected = true;
            Security = LinkSecurity.None;
            Mtu = Math.Max(DefaultMtu, Math.Min(Faults.CentralMtu, _peripheral.PreferredMtu));
            _subscribed.Clear();
            _life = new CancellationTokenSource();
        }

        _log.Add(FrameKind.Connected);
        _peripheral.Connected(this);

        if (CentralIsBonded && !(await _requests.RunAsync(SecureAsync)).Ok)
        {
            Drop();
        }

        return IsConnected;
    }

    /// <inheritdoc/>
    public void Drop()
    {
        lock (_gate)
        {
            if (!IsConnected)
            {
                return;
            }

            IsConnected = false;
            Security = LinkSecurity.None;
            Mtu = DefaultMtu;
            _subscribed.Clear();
        }

        _life.Cancel();
        _notifications.Forget();
        _requests.LoseAll();
        _log.Add(FrameKind.Disconnected);

        // The central first: as soon as the peripheral knows, it can be connected to, and the loss would be told of the next link.
        Lost?.Invoke();
        _peripheral.Disconnected();
    }

    public Task<AttAnswer> ReadAsync(AirCharacteristic characteristic) => _requests.RunAsync(async () =>
    {
        AttAnswer answer = !characteristic.Has(AirProperties.Read)
            ? AttAnswer.Refused(AttError.ReadNotPermitted)
            : await SafelyAsync(characteristic.ReadProtection, () => _peripheral.Read(characteristic));
        _log.Add(FrameKind.Read, characteristic, answer.Value, answer.Error);
        return answer;
    });

    public Task<AttAnswer> WriteAsync(AirCharacteristic characteristic, byte[] value) => _requests.RunAsync(async () =>
    {
        AttAnswer answer = !characteristic.Has(AirProperties.Write | AirProperties.WriteWithoutResponse)
            ? AttAnswer.Refused(AttError.WriteNotPermitted)
            : await SafelyAsync(characteristic.WriteProtection, () => Deliver(characteristic, value));
        _log.Add(FrameKind.Write, characteristic, value, answer.Error);
        return answer;
    });

    public Task<AttAnswer> SubscribeAsync(AirCharacteristic characteristic, bool on) => _requests.RunAsync(() =>
    {
        lock (_gate)
        {
            if (!IsConnected || !characteristic.CanSubscribe)
            {
                return Task.FromResult(AttAnswer.Refused(IsConnected ? AttError.RequestNotSupported : AttError.LinkLost));
            }

            if (on == _subscribed.Contains(characteristic))
            {
                return Task.FromResult(AttAnswer.Done);
            }

            _ = on ? _subscribed.Add(characteristic) : _subscribed.Remove(characteristic);
        }

        _log.Add(on ? FrameKind.Subscribed : FrameKind.Unsubscribed, characteristic);
        _peripheral.Subscribe(characteristic, on);
        return Task.FromResult(AttAnswer.Done);
    });

    /// <summary>The central pairs because somebody asked it to. A new pairing replaces an old one.</summary>
    public Task<AttAnswer> PairAsync() => _requests.RunAsync(async () => await RaiseAsync(pairAnew: Security != LinkSecurity.Authenticated));

    /// <summary>The central throws its key away, as "forget this device" does.</summary>
    public void ForgetBond()
    {
        _pairing.ForgetCentral();
        Drop();
        BondChanged?.Invoke();
    }

    /// <inheritdoc/>
    public bool Notify(AirCharacteristic characteristic, byte[] value)
    {
        byte[] frame = value.Length > Mtu - NotificationHeader ? value[..(Mtu - NotificationHeader)] : value;

        lock (_gate)
        {
            if (!IsConnected || !_subscribed.Contains(characteristic))
            {
                return false;
            }

            bool dropped = Faults.DropNotifications > 0;
            Faults.DropNotifications -= dropped ? 1 : 0;
            _log.Add(dropped ? FrameKind.DroppedNotification : FrameKind.Notification, characteristic, frame);

            if (!dropped)
            {
                _notifications.Add(characteristic, frame);
            }
        }

        return true;
    }

    public void Dispose()
    {
        Drop();
        _requests.Close();
        _notifications.Close();
        _life.Dispose();
    }

    private AttAnswer Deliver(AirCharacteristic characteristic, byte[] value)
    {
        if (Faults.LoseLinkBeforeWrite > 0 && --Faults.LoseLinkBeforeWrite == 0)
        {
            Drop();
            return AttAnswer.Refused(AttError.LinkLost);
        }

        AttAnswer answer = _peripheral.Write(characteristic, value);

        if (Faults.LoseLinkAfterWrite > 0 && --Faults.LoseLinkAfterWrite == 0)
        {
            Drop();
        }

        return answer;
    }

    // The attribute's protection is the peripheral's to check; what follows a refusal is the central's.
    private async Task<AttAnswer> SafelyAsync(AirProtection protection, Func<AttAnswer> request)
    {
        if ((int)Security < (int)protection && IsConnected)
        {
            AttAnswer raised = await RaiseAsync(pairAnew: Security != LinkSecurity.None || !CentralIsBonded);

            if (!raised.Ok || (int)Security < (int)protection)
            {
                return AttAnswer.Refused(IsConnected ? AttError.NotPaired : AttError.LinkLost);
            }
        }

        if (!IsConnected)
        {
            return AttAnswer.Refused(AttError.LinkLost);
        }

        AttAnswer answer = request();

        if (Faults.AnswerDelayMs > 0)
        {
            await Task.Delay(Faults.AnswerDelayMs);
        }

        return answer;
    }

    private async Task<AttAnswer> SecureAsync() => await RaiseAsync(pairAnew: false);

    private async Task<AttAnswer> RaiseAsync(bool pairAnew)
    {
        bool bonded = CentralIsBonded;
        LinkSecurity security = pairAnew ? await _pairing.PairAsync(_life.Token) : _pairing.Encrypt();

        if (!IsConnected)
        {
            return AttAnswer.Refused(AttError.LinkLost);
        }

        if (security != LinkSecurity.None)
        {
            Security = security;
        }

        if (bonded != CentralIsBonded)
        {
            BondChanged?.Invoke();
        }

        return security == LinkSecurity.None ? AttAnswer.Refused(AttError.NotPaired) : AttAnswer.Done;
    }
}
