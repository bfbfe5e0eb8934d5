using System;
using Haip.VirtualBoard.Bus;

namespace Haip.VirtualBoard.Parts;

/// <summary>Register-level model of a TI DRV2667 that synthesises one waveform chunk without envelope.</summary>
/// <remarks>
/// Not modelled, and silent when asked for: streaming through the FIFO, sampled waveforms, the analog input, a second
/// waveform in the sequence. The first write to the RAM after power-up is lost: assumed to be why Bartels initialises twice.
/// </remarks>
public sealed class Drv2667Part : I2cPart
{
    private const long PowerUpUs = 1_000;
    private const long BoostUs = 2_000;          // before the first cycle
    private const long UsPerCycleAtCode1 = 128_000; // 7.8125 Hz
    private const double VoltsPerGainStep = 50;
    private const double FullScale = 255;
    private const int RegisterCount = 12;
    private const int PageSize = 256;
    private const int PageCount = 8;
    private const int PageAddress = 0xFF;

    private readonly VirtualClock _clock;
    private readonly byte[] _registers = new byte[RegisterCount];
    private readonly byte[] _ram = new byte[PageSize * PageCount];
    private int _page;
    private int _pointer;
    private bool _ramAwake;
    private bool _powered = true;
    private long _respondsFromUs;
    private long _startsUs;
    private long _endsUs;
    private double _volts;

    public Drv2667Part(VirtualClock clock)
    {
        _clock = clock;
        ResetRegisters();
    }

    /// <summary>Peak to peak, now. 0 when nothing plays.</summary>
    public double AmplitudeVolts
    {
        get
        {
            long nowUs = _clock.NowUs;
            return nowUs < _endsUs && nowUs >= _startsUs ? _volts : 0;
        }
    }

    /// <summary>The supply, which pump enable and the watchdog switch. Without it the part is silent and all is forgotten.</summary>
    public bool Powered
    {
        get => _powered;
        set
        {
            if (value != _powered)
            {
                _powered = value;
                PowerCycle();
            }
        }
    }

    /// <summary>The part acknowledges GO and does not play, as has been seen now and then.</summary>
    public bool IgnoresGo { get; set; }

    /// <summary>The part plays on whatever its count and the controller say, until it loses its supply.</summary>
    public bool RunsOn { get; set; }

    private bool Responds => _powered && _clock.NowUs >= _respondsFromUs;

    private bool Playing => _clock.NowUs < _endsUs;

    public override bool Write(ReadOnlySpan<byte> data)
    {
        if (!Responds)
        {
            return false;
        }

        // The page register is reached only by writing that one byte; within a block 0xFF is the last byte of a page.
        if (data.Length == 2 && data[0] == PageAddress)
        {
            _page = data[1];
            return true;
        }

        if (data.Length == 0)
        {
            return true;
        }

        _pointer = data[0];

        if (_page == 0)
        {
            WriteRegisters(data[1..]);
        }
        else if (data.Length > 1)
        {
            WriteRam(data[1..]);
        }

        return true;
    }

    public override bool Read(Span<byte> buffer)
    {
        if (!Responds)
        {
            return false;
        }

        foreach (ref byte value in buffer)
        {
            value = ReadByte(_pointer);
            _pointer = (_pointer + 1) % PageSize;
        }

        return true;
    }

    public override void PowerCycle()
    {
        ResetRegisters();
        Array.Clear(_ram);
        _ramAwake = false;
        _respondsFromUs = _clock.NowUs + PowerUpUs;
    }

    private void ResetRegisters()
    {
        Array.Clear(_registers);
        _registers[0] = 0x02; // FIFO empty
        _registers[1] = 0x38; // chip 7
        _registers[2] = 0x40; // standby
        _page = 0;
        _pointer = 0;
        _endsUs = 0;
    }

    private byte ReadByte(int address)
    {
        if (address == PageAddress)
        {
            return (byte)_page;
        }

        if (_page != 0)
        {
            return _page <= PageCount ? _ram[((_page - 1) * PageSize) + address] : (byte)0;
        }

        byte value = address < RegisterCount ? _registers[address] : (byte)0;
        return address == 2 && Playing ? (byte)(value | 0x01) : value;
    }

    private void WriteRegisters(ReadOnlySpan<byte> values)
    {
        foreach (byte value in values)
        {
            switch (_pointer)
            {
                case 1:
                    _registers[1] = (byte)(0x38 | (value & 0x07));
                    break;
                case 2:
                    Control(value);
                    break;
                case >= 3 and <= 10:
                    _registers[_pointer] = value;
                    break;
                default: // read-only, reserved, or the FIFO
                    break;
            }

            _pointer++;
        }
    }

    private void WriteRam(ReadOnlySpan<byte> values)
    {
        bool stores = _ramAwake && !Playing;
        _ramAwake = true;

        foreach (byte value in values)
        {
            int address = ((_page - 1) * PageSize) + _pointer;

            if (stores && address < _ram.Length)
            {
                _ram[address] = value;
            }

            if (++_pointer == PageSize)
            {
                _pointer = 0;
                _page++;
            }
        }
    }

    private void Control(byte value)
    {
        if (RunsOn && Playing)
        {
            return;
        }

        if ((value & 0x80) != 0)
        {
            ResetRegisters();
            return;
        }

        _registers[2] = (byte)(value & 0x4E); // GO is not stored: it says whether something plays

        if ((value & 0x41) != 0x01)
        {
            _endsUs = 0;
        }
        else if (!Playing && !IgnoresGo)
        {
            Play(_registers[3]);
        }
    }

    private void Play(int waveform)
    {
        int header = 1 + (5 * (waveform - 1)); // start high and low, stop high and low, repeats
        bool analog = (_registers[1] & 0x04) != 0;

        if (waveform == 0 || analog)
        {
            return;
        }

        if (header + 4 > _ram[0])
        {
            _registers[0] |= 0x04; // illegal address
            return;
        }

        int chunk = ((_ram[header] & 0x07) << 8) | _ram[header + 1]; // amplitude, frequency, cycles, envelope
        bool synthesised = (_ram[header] & 0x80) != 0;
        int repeats = _ram[header + 4];
        int code = _ram[chunk + 1];

        if (!synthesised || code == 0)
        {
            return;
        }

        _volts = _ram[chunk] / FullScale * VoltsPerGainStep * ((_registers[1] & 0x03) + 1);
        _startsUs = _clock.NowUs + BoostUs;
        _endsUs = repeats == 0 || RunsOn ? long.MaxValue : _startsUs + (repeats * _ram[chunk + 2] * UsPerCycleAtCode1 / code);
    }
}
