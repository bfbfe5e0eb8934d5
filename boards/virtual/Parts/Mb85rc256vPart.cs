using System;
using Haip.VirtualBoard.Bus;

namespace Haip.VirtualBoard.Parts;

/// <summary>Model of a Fujitsu MB85RC256V: 32 KiB that outlive the supply; addresses roll over, writes take no time.</summary>
/// <remarks>The part listens at two addresses: attach it at its own and <see cref="Identity"/> at the reserved 0x7C.</remarks>
public sealed class Mb85rc256vPart : I2cPart
{
    private const int AddressMask = 0x7FFF; // the topmost address bit is not looked at

    private readonly byte[] _contents = new byte[AddressMask + 1];
    private int _address;

    public Mb85rc256vPart() => Identity = new Mb85rc256vIdentity();

    /// <summary>What answers at the reserved slave address.</summary>
    public I2cPart Identity { get; }

    /// <summary>The write-protect pin is high: writes are acknowledged and change nothing.</summary>
    public bool WriteProtected { get; set; }

    /// <summary>Sees every write before it is done.</summary>
    public MemoryTap? Tap { get; set; }

    /// <summary>The memory itself, for tests that look at it or spoil it.</summary>
    public Span<byte> Contents => _contents;

    public override bool Write(ReadOnlySpan<byte> data)
    {
        if (data.Length < 2)
        {
            return true; // half an address changes nothing
        }

        _address = (data[0] << 8 | data[1]) & AddressMask;

        if (WriteProtected)
        {
            return true;
        }

        Tap?.Invoke(_address, data[2..]);

        foreach (byte value in data[2..])
        {
            _contents[_address] = value;
            _address = (_address + 1) & AddressMask;
        }

        return true;
    }

    public override bool Read(Span<byte> buffer)
    {
        foreach (ref byte value in buffer)
        {
            value = _contents[_address];
            _address = (_address + 1) & AddressMask;
        }

        return true;
    }

    public override void PowerCycle() => _address = 0;

    private sealed class Mb85rc256vIdentity : I2cPart
    {
        private bool _asked;

        // The byte is the memory's own address word, 1010 A2 A1 A0 x; all three pins are low.
        public override bool Write(ReadOnlySpan<byte> data)
        {
            _asked = data.Length == 1 && (data[0] & 0xFE) == 0xA0;
            return _asked;
        }

        public override bool Read(Span<byte> buffer)
        {
            for (int i = 0; i < buffer.Length; i++)
            {
                buffer[i] = (i % 3) switch { 0 => 0x00, 1 => 0xA5, _ => 0x10 };
            }

            return _asked;
        }

        public override void PowerCycle() => _asked = false;
    }
}
