using Haip.VirtualBluetooth.Esp32;

namespace nanoFramework.Device.Bluetooth.Security;

/// <summary>Keys of centrals that paired.</summary>
public static class DeviceBonding
{
    public static int Count() => RadioChip.Current.BondCount;

    public static void DeleteAllBonds() => RadioChip.Current.ForgetBonds();
}
