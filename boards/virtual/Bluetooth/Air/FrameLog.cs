using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Threading;

namespace Haip.VirtualBluetooth.Air;

/// <summary>The last frames, for people and for tests.</summary>
public sealed class FrameLog
{
    private const int Capacity = 10_000;

    private readonly Queue<Frame> _frames = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Lock _gate = new();

    /// <summary>Told of every frame, on the thread that carries it.</summary>
    public event Action<Frame>? Added;

    public IReadOnlyList<Frame> Frames
    {
        get
        {
            lock (_gate)
            {
                return [.. _frames];
            }
        }
    }

    internal void Add(FrameKind kind, AirCharacteristic? characteristic = null, byte[]? value = null, AttError error = AttError.None)
    {
        var frame = new Frame(_watch.ElapsedMilliseconds, kind, characteristic?.Uuid ?? Guid.Empty, value ?? [], error);

        lock (_gate)
        {
            _frames.Enqueue(frame);

            if (_frames.Count > Capacity)
            {
                _frames.Dequeue();
            }
        }

        Added?.Invoke(frame);
    }
}
