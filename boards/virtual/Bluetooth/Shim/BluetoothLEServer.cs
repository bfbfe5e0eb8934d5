using Haip.VirtualBluetooth.Esp32;
using nanoFramework.Device.Bluetooth.GenericAttributeProfile;

namespace nanoFramework.Device.Bluetooth;

/// <summary>The one server of a chip.</summary>
public class BluetoothLEServer
{
    private readonly RadioChip _chip;

    internal BluetoothLEServer(RadioChip chip)
    {
        _chip = chip;
        Pairing = new DevicePairing(chip);
        Session = new GattSession();
    }

    public static BluetoothLEServer Instance => RadioChip.Current.Server;

    public string DeviceName { get; set; } = "nanoFramework";

    public ushort Appearance { get; set; }

    /// <summary>Of whoever is connected; the same object for all of them.</summary>
    public GattSession Session { get; }

    public DevicePairing Pairing { get; }

    /// <summary>Starts the stack. Services are offered when advertising starts.</summary>
    public void Start() => _chip.Running = true;

    /// <summary>Stops the stack: the link is gone, and nothing is advertised.</summary>
    public void Stop() => _chip.StopRunning();
}
