using System.Linq;
using System.Threading.Tasks;
using Haip.VirtualBluetooth.Air;
using Haip.VirtualBluetooth.Bus;
using Haip.VirtualBluetooth.Wire;

namespace Haip.VirtualBluetooth.BlueZ;

/// <summary>A peripheral as the PC's Bluetooth service knows it.</summary>
internal sealed class BlueZDevice
{
    private const short NearDbm = -47;

    private readonly ObjectTree _tree;
    private readonly AirLink _link;
    private bool _nearer;

    public BlueZDevice(ObjectTree tree, AirLink link)
    {
        _tree = tree;
        _link = link;
        Path = BlueZNames.PathOf(link.Peripheral);
        Gatt = new BlueZGatt(tree, link, Path);
        link.Lost += Lost;
        link.BondChanged += () =>
        {
            lock (_tree.Gate)
            {
                SayBond();
            }
        };
    }

    public string Path { get; }

    public IPeripheral Peripheral => _link.Peripheral;

    public BlueZGatt Gatt { get; }

    /// <summary>An advertisement came while somebody was looking.</summary>
    public void Heard()
    {
        if (!Peripheral.Advertises)
        {
            return;
        }

        // Another strength each time: clients take a device for present when something about it changes.
        _nearer = !_nearer;
        Variant strength = Variant.Of((short)(_nearer ? NearDbm : NearDbm - 1));

        if (_tree.Has(Path))
        {
            _tree.Set(Path, BlueZNames.Device, ("RSSI", strength));
            return;
        }

        _tree.Add(
            Path,
            BlueZNames.Device,
            ("Address", Variant.Of(Peripheral.Address)),
            ("AddressType", Variant.Of("public")),
            ("Name", Variant.Of(Peripheral.Name)),
            ("Alias", Variant.Of(Peripheral.Name)),
            ("Paired", Variant.Of(_link.CentralIsBonded)),
            ("Bonded", Variant.Of(_link.CentralIsBonded)),
            ("Trusted", Variant.Of(false)),
            ("Blocked", Variant.Of(false)),
            ("LegacyPairing", Variant.Of(false)),
            ("Connected", Variant.Of(false)),
            ("ServicesResolved", Variant.Of(false)),
            ("UUIDs", Variant.Of([.. Peripheral.AdvertisedServices.Select(uuid => uuid.ToString())])),
            ("Adapter", Variant.Of(new ObjectPath(BlueZNames.AdapterPath))),
            ("RSSI", strength));
    }

    /// <summary>Connects, says so before it answers, and then shows the services: a client told otherwise hangs up at once.</summary>
    public async Task ConnectAsync(BusCall call)
    {
        bool connected = await _link.ConnectAsync();

        lock (_tree.Gate)
        {
            if (!connected || !_link.IsConnected)
            {
                call.Fail(BlueZError.Failed, "le-connection-abort-by-local");
                return;
            }

            _tree.Set(Path, BlueZNames.Device, ("Connected", Variant.Of(true)));
            call.Reply();
            Gatt.Publish();
            _tree.Set(
                Path,
                BlueZNames.Device,
                ("UUIDs", Variant.Of([.. Peripheral.Services.Select(service => service.Uuid.ToString())])),
                ("ServicesResolved", Variant.Of(true)));
        }
    }

    public Task DisconnectAsync(BusCall call)
    {
        _link.Drop();
        call.Reply();
        return Task.CompletedTask;
    }

    public async Task PairAsync(BusCall call)
    {
        if (!_link.IsConnected && !await _link.ConnectAsync())
        {
            call.Fail(BlueZError.Failed, "le-connection-abort-by-local");
            return;
        }

        if ((await _link.PairAsync()).Ok)
        {
            call.Reply();
        }
        else
        {
            call.Fail(BlueZError.AuthenticationFailed, "Authentication Failed");
        }
    }

    /// <summary>As if it had never been seen: the key is thrown away too.</summary>
    public void Forget()
    {
        Gatt.Withdraw();
        _tree.Remove(Path);
        _ = Task.Run(_link.ForgetBond);
    }

    private void SayBond() => _tree.Set(
        Path, BlueZNames.Device, ("Paired", Variant.Of(_link.CentralIsBonded)), ("Bonded", Variant.Of(_link.CentralIsBonded)));

    private void Lost()
    {
        lock (_tree.Gate)
        {
            Gatt.Lose();
            _tree.Set(Path, BlueZNames.Device, ("ServicesResolved", Variant.Of(false)), ("Connected", Variant.Of(false)));
        }
    }
}
