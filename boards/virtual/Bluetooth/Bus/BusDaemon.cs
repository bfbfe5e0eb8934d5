using System.Linq;
using Haip.VirtualBluetooth.Wire;

namespace Haip.VirtualBluetooth.Bus;

/// <summary>The bus itself as its clients see it: org.freedesktop.DBus, as far as libdbus, GDBus and sd-bus ask.</summary>
/// <remarks>Every signal goes to every client, whatever matches it asked for: libraries throw away what they did not ask for.</remarks>
internal sealed class BusDaemon(BusServer server, IBusService service)
{
    public const string Name = "org.freedesktop.DBus";

    /// <summary>The unique name of the one service.</summary>
    public const string ServiceOwner = ":1.0";

    private const uint PrimaryOwner = 1;
    private const uint AlreadyRunning = 2;

    public void Handle(BusCall call)
    {
        switch (call.Message.Member)
        {
            case "Hello":
                call.Reply("s", call.Client.Name);
                call.Client.Send(Signal("NameAcquired", call.Client.Name) with { Destination = call.Client.Name });
                break;
            case "AddMatch" or "RemoveMatch":
                call.Reply();
                break;
            case "RequestName":
                call.Reply("u", PrimaryOwner);
                break;
            case "ReleaseName":
                call.Reply("u", PrimaryOwner);
                break;
            case "GetNameOwner":
                call.Reply("s", Owner(call.Argument<string>(0)) ?? throw new BusException(BusException.NoOwner, "nobody has this name"));
                break;
            case "NameHasOwner":
                call.Reply("b", Owner(call.Argument<string>(0)) is not null);
                break;
            case "StartServiceByName":
                call.Reply("u", Owner(call.Argument<string>(0)) is not null ? AlreadyRunning : throw new BusException(BusException.ServiceUnknown, "no such service"));
                break;
            case "ListNames":
                call.Reply("as", (object)(string[])[Name, service.Name, ServiceOwner, .. server.Clients.Select(client => client.Name)]);
                break;
            case "ListActivatableNames":
                call.Reply("as", (object)(string[])[Name, service.Name]);
                break;
            case "GetConnectionUnixUser" or "GetConnectionUnixProcessID":
                call.Reply("u", 0u);
                break;
            case "GetId":
                call.Reply("s", server.Id);
                break;
            default:
                throw new BusException(BusException.UnknownMethod, $"no method {call.Method}");
        }
    }

    /// <summary>What the bus says of its own accord.</summary>
    public static Message Signal(string member, params object[] texts) => new(MessageKind.Signal)
    {
        Sender = Name,
        Path = "/org/freedesktop/DBus",
        Interface = Name,
        Member = member,
        Signature = new string('s', texts.Length),
        Body = texts,
    };

    private string? Owner(string name) => name switch
    {
        Name => Name,
        ServiceOwner => ServiceOwner,
        _ when name == service.Name => ServiceOwner,
        _ => server.Clients.FirstOrDefault(client => client.Name == name)?.Name,
    };
}
