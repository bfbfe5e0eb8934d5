using System;
using System.Diagnostics;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;

namespace Haip.VirtualBluetooth.Air;

/// <summary>Notifications on their way to the central: in order, and as late as somebody wants them.</summary>
internal sealed class NotificationQueue
{
    private readonly AirFaults _faults;
    private readonly Action<AirCharacteristic, byte[]> _arrived;
    private readonly Channel<(int Link, long SentAt, AirCharacteristic Characteristic, byte[] Value)> _way =
        Channel.CreateUnbounded<(int, long, AirCharacteristic, byte[])>(new UnboundedChannelOptions { SingleReader = true });

    private int _link;

    public NotificationQueue(AirFaults faults, Action<AirCharacteristic, byte[]> arrived)
    {
        _faults = faults;
        _arrived = arrived;
        _ = Task.Run(CarryAsync);
    }

    public void Add(AirCharacteristic characteristic, byte[] value) => _way.Writer.TryWrite((_link, Stopwatch.GetTimestamp(), characteristic, value));

    /// <summary>The link is gone, and with it what was under way.</summary>
    public void Forget() => Interlocked.Increment(ref _link);

    public void Close() => _way.Writer.TryComplete();

    private async Task CarryAsync()
    {
        await foreach ((int link, long sentAt, AirCharacteristic characteristic, byte[] value) in _way.Reader.ReadAllAsync())
        {
            TimeSpan left = TimeSpan.FromMilliseconds(_faults.NotificationDelayMs) - Stopwatch.GetElapsedTime(sentAt);

            if (left > TimeSpan.Zero)
            {
                await Task.Delay(left);
            }

            if (link == Volatile.Read(ref _link))
            {
                _arrived(characteristic, value);
            }
        }
    }
}
