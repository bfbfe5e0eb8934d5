using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Haip.Core.Protocol;

namespace Haip.VirtualBoard.Web;

/// <summary>What is on its way to the page. A pump whose time is sped up says its values far more often than anybody can read: of those the newest is sent, ten times a second.</summary>
internal sealed class LinkOutbox(WebSocket socket)
{
    private static readonly TimeSpan s_gap = TimeSpan.FromMilliseconds(100);

    private readonly Channel<byte[]> _way = Channel.CreateUnbounded<byte[]>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Dictionary<byte, long> _sentAt = [];
    private readonly Dictionary<byte, byte[]> _newest = [];
    private readonly Lock _gate = new();

    public void Send(byte[] frame) => _way.Writer.TryWrite(frame);

    public void Notify(byte number, byte[] value)
    {
        byte[] frame = [LinkFrame.Notification, number, .. value];

        if (!IsSnapshot(number))
        {
            Send(frame);
            return;
        }

        lock (_gate)
        {
            if (_newest.ContainsKey(number))
            {
                _newest[number] = frame;
                return;
            }

            TimeSpan left = _sentAt.TryGetValue(number, out long at) ? s_gap - Stopwatch.GetElapsedTime(at) : TimeSpan.Zero;

            if (left <= TimeSpan.Zero)
            {
                _sentAt[number] = Stopwatch.GetTimestamp();
                Send(frame);
                return;
            }

            _newest[number] = frame;
            _ = SendLaterAsync(number, left);
        }
    }

    public void Close() => _way.Writer.TryComplete();

    /// <summary>Until it is closed, or the page is gone.</summary>
    public async Task RunAsync(CancellationToken life)
    {
        try
        {
            await foreach (byte[] frame in _way.Reader.ReadAllAsync(life))
            {
                await socket.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or ObjectDisposedException)
        {
            // Whoever reads from the socket sees the same.
        }
    }

    // What can be read as well, and is never written, says how something is now.
    private static bool IsSnapshot(byte number) => GattTable.Find((GattCharacteristic)number) is { CanRead: true, CanWrite: false };

    private async Task SendLaterAsync(byte number, TimeSpan left)
    {
        await Task.Delay(left);

        lock (_gate)
        {
            _sentAt[number] = Stopwatch.GetTimestamp();
            Send(_newest[number]);
            _newest.Remove(number);
        }
    }
}
