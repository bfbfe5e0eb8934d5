using System;
using System.Net.WebSockets;
using System.Threading;
using System.Threading.Tasks;
using Haip.Core.Protocol;
using Haip.VirtualBluetooth.Air;
using Haip.VirtualBoard.Radio;
using Microsoft.AspNetCore.Http;

namespace Haip.VirtualBoard.Web;

/// <summary>A page's link to the pump over a socket, in place of Bluetooth: requests one after the other, notifications when they come.</summary>
internal sealed class LinkSocket(DemoCentral central)
{
    /// <summary>Another page has the pump's one link.</summary>
    private const WebSocketCloseStatus Busy = (WebSocketCloseStatus)4001;

    /// <summary>The pump does not answer: it has no power, or its radio none.</summary>
    private const WebSocketCloseStatus OutOfRange = (WebSocketCloseStatus)4002;

    /// <summary>There was a link and it is gone.</summary>
    private const WebSocketCloseStatus Lost = (WebSocketCloseStatus)4003;

    private const int LongestFrame = LinkFrame.HeaderLength + GattTable.LongestFrameLength;
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    public async Task ServeAsync(HttpContext context, CancellationToken stopping)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            await Sentence.WriteAsync(context.Response, StatusCodes.Status400BadRequest, "Here is a WebSocket.\n");
            return;
        }

        if (!Guard.IsFromPage(context.Request))
        {
            await Sentence.WriteAsync(context.Response, StatusCodes.Status403Forbidden, "Only this server's own page may do that.\n");
            return;
        }

        using WebSocket socket = await context.WebSockets.AcceptWebSocketAsync();

        if (!await central.TryEnterAsync())
        {
            await CloseAsync(socket, Busy, "another page is connected to the pump");
            return;
        }

        try
        {
            await ServeAsync(socket, stopping);
        }
        finally
        {
            central.Leave();
        }
    }

    private async Task ServeAsync(WebSocket socket, CancellationToken stopping)
    {
        using var life = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var outbox = new LinkOutbox(socket);
        (WebSocketCloseStatus Status, string Why) end = (Lost, "the link to the pump is lost");

        void Tell(AirCharacteristic characteristic, byte[] value) => outbox.Notify(GattNumber(characteristic), value);
        void End() => life.Cancel();

        central.Link.Notified += Tell;
        central.Link.Lost += End;
        Task sending = outbox.RunAsync(life.Token);

        try
        {
            end = await central.Link.ConnectAsync() ? await AnswerAsync(socket, outbox, life.Token) : (OutOfRange, "the pump does not answer");
        }
        catch (OperationCanceledException)
        {
            end = stopping.IsCancellationRequested ? (WebSocketCloseStatus.EndpointUnavailable, "the virtual board ends") : end;
        }
        catch (WebSocketException)
        {
            // The page is gone without a word.
        }
        finally
        {
            central.Link.Notified -= Tell;
            central.Link.Lost -= End;
            outbox.Close();
            await life.CancelAsync();
            await sending;
        }

        await CloseAsync(socket, end.Status, end.Why);
    }

    private async Task<(WebSocketCloseStatus Status, string Why)> AnswerAsync(WebSocket socket, LinkOutbox outbox, CancellationToken life)
    {
        byte[] buffer = new byte[LongestFrame + 1];

        while (true)
        {
            // Cancelling a read would abort the socket, and the page would not be told why.
            ValueWebSocketReceiveResult received = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None).AsTask().WaitAsync(life);

            if (received.MessageType == WebSocketMessageType.Close)
            {
                return (WebSocketCloseStatus.NormalClosure, "");
            }

            if (received.MessageType != WebSocketMessageType.Binary || !received.EndOfMessage || received.Count is < LinkFrame.HeaderLength or > LongestFrame)
            {
                return (WebSocketCloseStatus.InvalidPayloadData, "not a frame of the link");
            }

            byte[] frame = buffer[..received.Count];
            AttAnswer answer = await AskAsync(frame);
            outbox.Send(Answer(frame, answer));
        }
    }

    private async Task<AttAnswer> AskAsync(byte[] frame)
    {
        if (central.Find(frame[1]) is not AirCharacteristic characteristic)
        {
            return AttAnswer.Refused(AttError.AttributeNotFound);
        }

        return frame[0] switch
        {
            LinkFrame.Read => await central.Link.ReadAsync(characteristic),
            LinkFrame.Write => await central.Link.WriteAsync(characteristic, frame[LinkFrame.HeaderLength..]),
            LinkFrame.Subscribe => await central.Link.SubscribeAsync(characteristic, on: true),
            _ => AttAnswer.Refused(AttError.RequestNotSupported),
        };
    }

    private static byte[] Answer(byte[] frame, AttAnswer answer)
    {
        if (answer.Ok)
        {
            return [(byte)(frame[0] | LinkFrame.Answer), frame[1], .. answer.Value];
        }

        // What has no code of the attribute protocol is told by the end of the socket, or means a key that the pump forgot.
        AttError error = (int)answer.Error > byte.MaxValue ? AttError.InsufficientAuthentication : answer.Error;
        return [LinkFrame.Error, frame[1], (byte)error];
    }

    private static byte GattNumber(AirCharacteristic characteristic)
    {
        foreach (GattRow row in GattTable.Rows)
        {
            if (new Guid(row.Uuid) == characteristic.Uuid)
            {
                return (byte)row.Characteristic;
            }
        }

        return 0;
    }

    private static async Task CloseAsync(WebSocket socket, WebSocketCloseStatus status, string why)
    {
        using var patience = new CancellationTokenSource(s_patience);

        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
            {
                await socket.CloseOutputAsync(status, why, patience.Token);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Nobody is there to be told.
        }
    }
}
