using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Haip.VirtualBluetooth.Air;
using Haip.VirtualBluetooth.Bus;
using Haip.VirtualBluetooth.Wire;

namespace Haip.VirtualBluetooth.BlueZ;

/// <summary>Who asks the person for a passkey: a client that offered to (bluetoothctl, a desktop), otherwise the modelled operating system.</summary>
/// <remarks>A browser is never asked: its agent has no dialog of its own without a desktop around it, and cancels.</remarks>
internal sealed class BlueZAgents(IPairingDialog system) : IPairingDialog
{
    private const string BrowserAgent = "/org/chromium";

    private readonly List<(BusConnection Client, string Path)> _agents = [];
    private readonly Lock _gate = new();

    public void Register(BusCall call)
    {
        string path = call.Argument<ObjectPath>(0).Text;

        lock (_gate)
        {
            _agents.Add((call.Client, path));
        }

        call.Reply();
    }

    public void Unregister(BusCall call)
    {
        string path = call.Argument<ObjectPath>(0).Text;

        lock (_gate)
        {
            if (_agents.RemoveAll(agent => agent == (call.Client, path)) == 0)
            {
                throw new BusException(BlueZError.DoesNotExist, "Does Not Exist");
            }
        }

        call.Reply();
    }

    public void Left(BusConnection client)
    {
        lock (_gate)
        {
            _agents.RemoveAll(agent => agent.Client == client);
        }
    }

    /// <inheritdoc/>
    public async Task<int?> AskPasskeyAsync(IPeripheral peripheral, CancellationToken cancel)
    {
        (BusConnection Client, string Path) agent;

        lock (_gate)
        {
            agent = _agents.LastOrDefault(candidate => !candidate.Path.StartsWith(BrowserAgent, StringComparison.Ordinal));
        }

        return agent.Client is null ? await system.AskPasskeyAsync(peripheral, cancel) : await AskAsync(agent.Client, agent.Path, peripheral, cancel);
    }

    private static async Task<int?> AskAsync(BusConnection client, string path, IPeripheral peripheral, CancellationToken cancel)
    {
        Message call = Call(path, "RequestPasskey") with { Signature = "o", Body = [new ObjectPath(BlueZNames.PathOf(peripheral))] };

        try
        {
            return (int)(await client.CallAsync(call, cancel)).Argument<uint>(0);
        }
        catch (OperationCanceledException)
        {
            client.Send(Call(path, "Cancel") with { Flags = 1, Destination = client.Name });
            return null;
        }
        catch (Exception e) when (e is BusException or WireException)
        {
            return null; // cancelled there, or no longer there
        }
    }

    private static Message Call(string path, string member) =>
        new(MessageKind.Call) { Sender = BusDaemon.ServiceOwner, Path = path, Interface = BlueZNames.Agent, Member = member };
}
