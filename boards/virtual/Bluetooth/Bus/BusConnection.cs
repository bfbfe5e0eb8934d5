using System;
using System.Collections.Concurrent;
using System.IO;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Haip.VirtualBluetooth.Wire;

namespace Haip.VirtualBluetooth.Bus;

/// <summary>One client of the bus.</summary>
/// <remarks>What is sent waits in a queue, so that a client that does not read holds up nobody; when the queue is full it is put off the bus.</remarks>
public sealed class BusConnection
{
    private const int QueueLength = 20_000;

    private readonly Stream _stream;
    private readonly CancellationTokenSource _cancel;
    private readonly Channel<byte[]> _outgoing = Channel.CreateBounded<byte[]>(new BoundedChannelOptions(QueueLength) { SingleReader = true });
    private readonly ConcurrentDictionary<uint, TaskCompletionSource<Message>> _calls = new();
    private readonly Lock _gate = new();
    private uint _serial;

    internal BusConnection(Stream stream, string name, CancellationToken stop)
    {
        _stream = stream;
        Name = name;
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(stop);
    }

    /// <summary>Unique on this bus, such as :1.5.</summary>
    public string Name { get; }

    public void Send(Message message)
    {
        // Numbered and queued in one step: a client sees the numbers rise.
        lock (_gate)
        {
            if (!_outgoing.Writer.TryWrite(MessageCodec.Encode(message with { Serial = ++_serial })))
            {
                Close();
            }
        }
    }

    /// <summary>Calls a method of an object that the client has.</summary>
    /// <exception cref="BusException">The client answered with an error, or left.</exception>
    public async Task<Message> CallAsync(Message call, CancellationToken cancel)
    {
        var answer = new TaskCompletionSource<Message>(TaskCreationOptions.RunContinuationsAsynchronously);

        lock (_gate)
        {
            _calls[_serial + 1] = answer;
            Send(call with { Destination = Name });
        }

        using CancellationTokenRegistration left = _cancel.Token.Register(() => answer.TrySetException(new BusException(BusException.Failed, "the client left")));
        Message reply = await answer.Task.WaitAsync(cancel);
        return reply.Kind == MessageKind.Return ? reply : throw new BusException(reply.ErrorName, reply.Body is [string text, ..] ? text : "");
    }

    public void Close() => _cancel.Cancel();

    /// <summary>Reads until the client leaves, says what is no message, or is put off the bus.</summary>
    internal async Task RunAsync(Action<Message> received)
    {
        Task writing = WriteAsync();

        try
        {
            while (await MessageCodec.ReadAsync(_stream, _cancel.Token) is Message message)
            {
                if (message.Kind is MessageKind.Return or MessageKind.Error && _calls.TryRemove(message.ReplySerial, out TaskCompletionSource<Message>? call))
                {
                    call.TrySetResult(message);
                }
                else
                {
                    received(message);
                }
            }
        }
        catch (Exception e) when (IsEnd(e))
        {
            // Whatever the reason: this client is gone, and the others are not concerned.
        }

        Close();
        await writing;
    }

    private async Task WriteAsync()
    {
        try
        {
            await foreach (byte[] bytes in _outgoing.Reader.ReadAllAsync(_cancel.Token))
            {
                await _stream.WriteAsync(bytes, _cancel.Token);
            }
        }
        catch (Exception e) when (IsEnd(e))
        {
            Close();
        }
    }

    private static bool IsEnd(Exception e) => e is IOException or SocketException or OperationCanceledException or WireException or ObjectDisposedException;
}
