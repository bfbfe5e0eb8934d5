namespace Haip.VirtualBluetooth.Wire;

/// <summary>The name of an object on a bus, such as /org/bluez/hci0.</summary>
public sealed record ObjectPath(string Text)
{
    public override string ToString() => Text;
}
