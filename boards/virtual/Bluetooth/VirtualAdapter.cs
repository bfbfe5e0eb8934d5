using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Haip.VirtualBluetooth.Air;
using Haip.VirtualBluetooth.BlueZ;
using Haip.VirtualBluetooth.Bus;

namespace Haip.VirtualBluetooth;

/// <summary>A PC's Bluetooth with peripherals in range, on a private bus: programs that use BlueZ talk to it when they are told its address.</summary>
public sealed class VirtualAdapter : IAsyncDisposable
{
    private readonly List<AirLink> _links;
    private readonly BusServer _bus;

    /// <summary>Listens when it returns. Start the browser afterwards.</summary>
    /// <exception cref="PlatformNotSupportedException">Not on Linux.</exception>
    public VirtualAdapter(params IPeripheral[] peripherals)
    {
        var agents = new BlueZAgents(Dialog);
        _links = [.. peripherals.Select(peripheral => new AirLink(peripheral, new AirFaults(), Log, agents))];
        BusServer? bus = null;
        var service = new BlueZService(_links, agents, message => bus?.Broadcast(message));
        _bus = bus = new BusServer(service);
    }

    /// <summary>For DBUS_SYSTEM_BUS_ADDRESS of the client.</summary>
    public string Address => _bus.Address;

    /// <summary>The operating system's, for clients without one of their own.</summary>
    public SystemDialog Dialog { get; } = new();

    public FrameLog Log { get; } = new();

    /// <summary>In the order of the peripherals.</summary>
    public IReadOnlyList<AirLink> Links => _links;

    /// <summary>Drops every link, puts every client off the bus and removes the socket.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (AirLink link in _links)
        {
            link.Dispose();
        }

        await _bus.DisposeAsync();
    }
}
