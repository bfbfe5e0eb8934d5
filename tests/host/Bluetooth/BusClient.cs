using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net.Sockets;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Haip.VirtualBluetooth.Bus;
using Haip.VirtualBluetooth.Wire;
using Xunit;

namespace Haip.HostTests.Bluetooth;

/// <summary>A program that uses Bluetooth over a bus, as bluetoothctl or a desktop does.</summary>
internal sealed class BusClient : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly NetworkStream _stream;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<uint, TaskCompletionSource<Message>> _calls = new();
    private readonly List<Message> _received = [];
    private readonly Task _reading;
    private uint _serial;

    private BusClient(NetworkStream stream)
    {
        _stream = stream;
        _reading = ReadAsync();
    }

    /// <summary>Answers calls of the bus's service; null sends nothing.</summary>
    public Func<Message, Message?>? Answer { get; set; }

    /// <summary>The bus has put this client off.</summary>
    public bool Gone => _reading.IsCompleted;

    /// <summary>Everything that came, in order.</summary>
    public IReadOnlyList<Message> Received
    {
        get
        {
            lock (_received)
            {
                return [.. _received];
            }
        }
    }

    public static async Task<BusClient> ConnectAsync(string address)
    {
        NetworkStream stream = await OpenAsync(address);
        await stream.WriteAsync(Encoding.ASCII.GetBytes("\0AUTH EXTERNAL 30\r\n"));
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true, bufferSize: 1);
        Assert.StartsWith("OK ", await reader.ReadLineAsync(), StringComparison.Ordinal);
        await stream.WriteAsync(Encoding.ASCII.GetBytes("BEGIN\r\n"));
        var client = new BusClient(stream);
        await client.CallAsync("/org/freedesktop/DBus", "org.freedesktop.DBus", "Hello", to: "org.freedesktop.DBus");
        return client;
    }

    /// <summary>The bare socket, for those who do not speak D-Bus.</summary>
    public static async Task<NetworkStream> OpenAsync(string address)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(address["unix:path=".Length..]));
        return new NetworkStream(socket, ownsSocket: true);
    }

    /// <exception cref="BusException">The answer is an error.</exception>
    public async Task<object[]> CallAsync(string path, string name, string member, string signature = "", object[]? body = null, string to = "org.bluez")
    {
        uint serial = Interlocked.Increment(ref _serial);
        TaskCompletionSource<Message> answer = _calls[serial] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await SendAsync(new Message(MessageKind.Call)
        {
            Serial = serial,
            Path = path,
            Interface = name,
            Member = member,
            Destination = to,
            Signature = signature,
            Body = body ?? [],
        });
        Message reply = await answer.Task.WaitAsync(s_patience);
        return reply.Kind == MessageKind.Return ? reply.Body : throw new BusException(reply.ErrorName, (string)reply.Body[0]);
    }

    /// <summary>Waits for a message that came or comes.</summary>
    public async Task<Message> ReceiveAsync(Func<Message, bool> wanted)
    {
        DateTime end = DateTime.UtcNow + s_patience;

        while (true)
        {
            if (Received.FirstOrDefault(wanted) is Message message)
            {
                return message;
            }

            if (DateTime.UtcNow > end)
            {
                throw new TimeoutException("it never came");
            }

            await Task.Delay(10);
        }
    }

    public async Task UntilGoneAsync() => await _reading.WaitAsync(s_patience);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        await _stream.DisposeAsync();
        _stop.Dispose();
    }

    private async Task SendAsync(Message message)
    {
        byte[] bytes = MessageCodec.Encode(message);

        await _stream.WriteAsync(bytes);
    }

    private async Task ReadAsync()
    {
        try
        {
            while (await MessageCodec.ReadAsync(_stream, _stop.Token) is Message message)
            {
                lock (_received)
                {
                    _received.Add(message);
                }

                if (message.Kind == MessageKind.Call && Answer?.Invoke(message) is Message answer)
                {
                    await SendAsync(answer with { Serial = Interlocked.Increment(ref _serial), ReplySerial = message.Serial, Destination = message.Sender });
                }
                else if (_calls.TryRemove(message.ReplySerial, out TaskCompletionSource<Message>? call))
                {
                    call.SetResult(message);
                }
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException)
        {
            // The bus is gone, or this client goes.
        }
    }
}
