using System;
using Haip.Core.Ports;

namespace Haip.VirtualBoard.Bus;

/// <summary>An I²C bus made of arrays: routes bytes to part models and puts faults between them and the drivers.</summary>
/// <remarks>A stalled transfer blocks as long as on the device, and the bus is then left alone as firmware/Platform/NanoI2cBus.cs does.</remarks>
public sealed class VirtualI2cBus : II2cBus
{
    private const int AddressCount = 128;
    private const int LongestStuckRead = 32;
    private const long StallMs = 1_000;
    private const long RestAfterStallUs = 500_000;
    private const BusFault Unanswered = BusFault.Absent | BusFault.Nack;

    private readonly I2cPart?[] _parts = new I2cPart?[AddressCount];
    private readonly BusFault[] _faults = new BusFault[AddressCount];
    private readonly byte[]?[] _lastReads = new byte[]?[AddressCount];
    private readonly VirtualClock _clock;
    private readonly Action<long> _letTimePass;
    private bool _disturbed; // the only thing that a healthy bus looks at
    private bool _held;
    private long _restUntilUs;
    private Exception? _breaksWith;

    /// <summary>A bus on which no time passes.</summary>
    public VirtualI2cBus()
        : this(new VirtualClock(), _ => { })
    {
    }

    /// <param name="letTimePass">What the world does while a transfer blocks, for so many milliseconds.</param>
    public VirtualI2cBus(VirtualClock clock, Action<long> letTimePass)
    {
        _clock = clock;
        _letTimePass = letTimePass;
    }

    /// <summary>Transactions since the start, for reports.</summary>
    public long TransactionCount { get; private set; }

    /// <summary>Puts a part on the bus.</summary>
    /// <exception cref="InvalidOperationException">The address is taken.</exception>
    public void Attach(byte address, I2cPart part)
    {
        if (_parts[address] is not null)
        {
            throw new InvalidOperationException($"I2C address 0x{address:X2} is taken");
        }

        _parts[address] = part;
    }

    public void SetFault(byte address, BusFault fault)
    {
        _faults[address] = fault;
        _held = Array.Exists(_faults, f => (f & BusFault.HoldsBus) != 0);
        _disturbed = _breaksWith is not null || Array.Exists(_faults, f => f != BusFault.None);

        // Parts are unplugged and plugged in again: they wake with power-up values.
        if ((fault & BusFault.Absent) != 0)
        {
            _parts[address]?.PowerCycle();
        }
    }

    /// <summary>The next transaction ends in this exception: whatever can fail in the middle of a beat.</summary>
    public void BreakWith(Exception exception)
    {
        _breaksWith = exception;
        _disturbed = true;
    }

    /// <summary>Supply lost and restored for every part.</summary>
    public void PowerCycle()
    {
        foreach (I2cPart? part in _parts)
        {
            part?.PowerCycle();
        }
    }

    public bool Write(byte address, byte[] data, int length)
    {
        TransactionCount++;
        return TryFind(address, out I2cPart part) && part.Write(data.AsSpan(0, length));
    }

    public bool Read(byte address, byte[] buffer, int length)
    {
        TransactionCount++;

        if (!TryFind(address, out I2cPart part) || !part.Read(buffer.AsSpan(0, length)))
        {
            return false;
        }

        if (_faults[address] != BusFault.None)
        {
            Disturb(address, buffer.AsSpan(0, length));
        }

        return true;
    }

    public bool WriteRead(byte address, byte[] data, int dataLength, byte[] buffer, int bufferLength) =>
        Write(address, data, dataLength) && Read(address, buffer, bufferLength);

    private bool TryFind(byte address, out I2cPart part)
    {
        part = _parts[address]!;
        return part is not null && (!_disturbed || Answers(_faults[address]));
    }

    private bool Answers(BusFault fault)
    {
        if (_breaksWith is Exception exception)
        {
            _breaksWith = null;
            throw exception;
        }

        if (_held || _clock.NowUs < _restUntilUs)
        {
            return false;
        }

        if ((fault & BusFault.Stall) != 0)
        {
            _letTimePass(StallMs);
            _restUntilUs = _clock.NowUs + RestAfterStallUs;
            return false;
        }

        return (fault & Unanswered) == 0;
    }

    private void Disturb(byte address, Span<byte> buffer)
    {
        if ((_faults[address] & BusFault.StuckReads) != 0)
        {
            byte[] last = _lastReads[address] ??= buffer[..Math.Min(buffer.Length, LongestStuckRead)].ToArray();
            last.AsSpan(0, Math.Min(last.Length, buffer.Length)).CopyTo(buffer);
        }
        else
        {
            _lastReads[address] = null;
        }

        if ((_faults[address] & BusFault.CorruptReads) != 0)
        {
            foreach (ref byte value in buffer)
            {
                value ^= 0x10;
            }
        }
    }
}
