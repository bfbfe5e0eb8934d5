using System;
using System.Collections.Generic;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;
using Haip.VirtualBluetooth.Wire;

namespace Haip.VirtualBluetooth.Bus;

/// <summary>A D-Bus of its own on a socket in a temporary folder, with one service on it. Linux only.</summary>
public sealed class BusServer : IAsyncDisposable
{
    private readonly IBusService _service;
    private readonly BusDaemon _daemon;
    private readonly DirectoryInfo _folder;
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<BusConnection> _clients = [];
    private readonly List<Task> _running = [];
    private readonly Lock _gate = new();
    private int _named;

    /// <summary>Listens when it returns: a client started afterwards finds it.</summary>
    /// <exception cref="PlatformNotSupportedException">Not on Linux.</exception>
    public BusServer(IBusService service)
    {
        if (!OperatingSystem.IsLinux())
        {
            throw new PlatformNotSupportedException("the virtual radio needs Linux: only there a browser reaches Bluetooth through D-Bus");
        }

        _service = service;
        _daemon = new BusDaemon(this, service);
        _folder = Directory.CreateTempSubdirectory("haip-bluetooth-"); // entered by its owner only
        SocketPath = Path.Combine(_folder.FullName, "bus");
        _socket.Bind(new UnixDomainSocketEndPoint(SocketPath));
        _socket.Listen();
        _running.Add(Task.Run(AcceptAsync));
    }

    public string SocketPath { get; }

    /// <summary>As DBUS_SYSTEM_BUS_ADDRESS wants it.</summary>
    public string Address => "unix:path=" + SocketPath;

    /// <summary>Of this bus, for those who ask.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    public IReadOnlyList<BusConnection> Clients
    {
        get
        {
            lock (_gate)
            {
                return [.. _clients];
            }
        }
    }

    /// <summary>Says something to every client, in the service's name.</summary>
    public void Broadcast(Message signal)
    {
        foreach (BusConnection client in Clients)
        {
            client.Send(signal with { Sender = BusDaemon.ServiceOwner });
        }
    }

    /// <summary>Puts every client off the bus, waits until that has happened, and removes the socket.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _socket.Dispose();
        Task[] running;

        lock (_gate)
        {
            running = [.. _running];
        }

        await Task.WhenAll(running);
        _folder.Delete(recursive: true);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket client = await _socket.AcceptAsync(_stop.Token);

                lock (_gate)
                {
                    _running.RemoveAll(task => task.IsCompleted && task.IsCompletedSuccessfully);
                    _running.Add(Task.Run(() => ServeAsync(client)));
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Closed: nobody comes any more.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);

        try
        {
            if (!await BusHandshake.RunAsync(stream, Id, _stop.Token))
            {
                return;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return;
        }

        var client = new BusConnection(stream, ":1." + Interlocked.Increment(ref _named), _stop.Token);

        lock (_gate)
        {
            _clients.Add(client);
        }

        await client.RunAsync(message => Route(client, message));

        lock (_gate)
        {
            _clients.Remove(client);
        }

        _service.Left(client);

        foreach (BusConnection other in Clients)
        {
            other.Send(BusDaemon.Signal("NameOwnerChanged", client.Name, client.Name, ""));
        }
    }

    private void Route(BusConnection client, Message message)
    {
        if (message.Kind != MessageKind.Call)
        {
            return;
        }

        var call = new BusCall(client, message);
        string to = message.Destination;
        call.Try(() =>
        {
            if (to == BusDaemon.Name)
            {
                _daemon.Handle(call);
            }
            else if (to == _service.Name || to == BusDaemon.ServiceOwner)
            {
                _service.Handle(call);
            }
            else
            {
                throw new BusException(BusException.ServiceUnknown, $"the name {to} was not provided");
            }
        });
    }
}
