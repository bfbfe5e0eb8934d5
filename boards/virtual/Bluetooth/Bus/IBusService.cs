namespace Haip.VirtualBluetooth.Bus;

/// <summary>A program that answers to a name on the bus.</summary>
public interface IBusService
{
    /// <summary>The name that clients ask for.</summary>
    string Name { get; }

    /// <summary>Answers a call, now or later. Whatever it throws becomes an error answer.</summary>
    void Handle(BusCall call);

    /// <summary>A client is gone; what it waited for matters to nobody.</summary>
    void Left(BusConnection client);
}
