using System;
using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Threading;
using System.Threading.Tasks;
using Haip.Core.Protocol;

namespace Haip.HostTests.ProgrammerPage;

/// <summary>The page's side of the demonstration's link, without a page.</summary>
internal sealed class LinkClient : IAsyncDisposable
{
    public const byte Read = 1;
    public const byte Write = 2;
    public const byte Subscribe = 3;

    private const byte Notification = 0x84;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly ClientWebSocket _socket = new();
    private readonly BlockingCollection<byte[]> _answers = [];

    /// <summary>Frames that came without a question.</summary>
    public ConcurrentQueue<byte[]> Heard { get; } = new();

    /// <summary>Ends with the socket; says what the server gave as the reason.</summary>
    public Task<(int Status, string Why)> Closed { get; private set; } = Task.FromResult((0, ""));

    /// <param name="origin">Where the page comes from; null is a program that is no browser.</param>
    public static async Task<LinkClient> ConnectAsync(string address, string? origin)
    {
        var client = new LinkClient();

        if (origin is not null)
        {
            client._socket.Options.SetRequestHeader("Origin", origin);
        }

        await client._socket.ConnectAsync(new Uri($"{address.Replace("http://", "ws://", StringComparison.Ordinal)}/link"), CancellationToken.None);
        client.Closed = Task.Run(client.ListenAsync);
        return client;
    }

    public async Task SendAsync(byte[] frame, WebSocketMessageType type = WebSocketMessageType.Binary) =>
        await _socket.SendAsync(frame, type, endOfMessage: true, CancellationToken.None);

    /// <summary>Asks and waits for the answer.</summary>
    public async Task<byte[]> AskAsync(byte kind, GattCharacteristic characteristic, params byte[] payload)
    {
        await SendAsync([kind, (byte)characteristic, .. payload]);
        return await NextAnswerAsync();
    }

    public async Task<byte[]> NextAnswerAsync() =>
        await Task.Run(() => _answers.TryTake(out byte[]? answer, s_patience) ? answer : throw new TimeoutException("no answer came"));

    public async ValueTask DisposeAsync()
    {
        if (_socket.State == WebSocketState.Open)
        {
            await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);
            await Closed.WaitAsync(s_patience);
        }

        _socket.Dispose();
        _answers.Dispose();
    }

    private async Task<(int Status, string Why)> ListenAsync()
    {
        byte[] buffer = new byte[1024];

        while (true)
        {
            WebSocketReceiveResult received = await _socket.ReceiveAsync(buffer, CancellationToken.None);

            if (received.MessageType == WebSocketMessageType.Close)
            {
                return ((int)received.CloseStatus!, received.CloseStatusDescription ?? "");
            }

            byte[] frame = buffer[..received.Count];

            if (frame[0] == Notification)
            {
                Heard.Enqueue(frame);
            }
            else
            {
                _answers.Add(frame);
            }
        }
    }
}
