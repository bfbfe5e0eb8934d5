using System;
using System.Threading;
using Haip.VirtualBluetooth.Air;

namespace Haip.VirtualBluetooth.Esp32;

/// <summary>How NimBLE's thread asks managed code and waits: one question at a time, two seconds, then it answers by itself that something unlikely happened.</summary>
/// <remarks>An answer that comes later leaves the lock behind it taken for ever (nf-interpreter, PostAndWaitManagedGapEvent and NativeWriteRespond).</remarks>
internal sealed class EventExchange
{
    private readonly object _gate = new();
    private ushort _lastId;
    private ushort _openId;
    private byte[] _data = [];
    private AttAnswer? _answer;
    private bool _closed;

    /// <summary>An answer came too late: nothing is ever asked again.</summary>
    public bool Leaked { get; private set; }

    /// <summary>Asks and waits.</summary>
    /// <param name="data">What a write brings.</param>
    /// <param name="post">Hands the question's number to managed code.</param>
    /// <returns>Null when nobody answered in time, or nobody can be asked.</returns>
    public AttAnswer? Ask(byte[] data, Action<ushort> post, TimeSpan patience)
    {
        ushort id;

        lock (_gate)
        {
            if (Leaked || _closed)
            {
                return null;
            }

            id = _openId = ++_lastId == 0 ? ++_lastId : _lastId;
            _data = data;
            _answer = null;
        }

        post(id);
        DateTime end = DateTime.UtcNow + patience;

        lock (_gate)
        {
            while (_answer is null && !_closed && end - DateTime.UtcNow is var left && left > TimeSpan.Zero)
            {
                Monitor.Wait(_gate, left);
            }

            _openId = 0;
            return _answer;
        }
    }

    /// <summary>What the question brought; empty when it is over.</summary>
    public byte[] Data(ushort id)
    {
        lock (_gate)
        {
            return id == _openId ? _data : [];
        }
    }

    public void Answer(ushort id, AttAnswer answer)
    {
        lock (_gate)
        {
            if (id == _openId && _answer is null)
            {
                _answer = answer;
                Monitor.PulseAll(_gate);
            }
            else if (!_closed)
            {
                Leaked = true;
            }
        }
    }

    /// <summary>The program is restarted: whoever waits waits no longer.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            Monitor.PulseAll(_gate);
        }
    }
}
