using System;
using Haip.VirtualBoard.Bus;

namespace Haip.VirtualBoard.Parts;

/// <summary>Register-level model of an ST LPS22HB: continuous conversion with its low-pass filter, reset and power-down.</summary>
/// <remarks>No FIFO, one-shot, interrupt or temperature: those registers read 0.</remarks>
public sealed class Lps22hbPart : I2cPart
{
    private const double CountsPerPa = 40.96;
    private const double MaxCounts = 8388607;
    private const double PowerUpCounts = 0x2F6666;  // about 758 hPa, found in sleeping parts: plausible and not measured
    private const int SettledSamples = 20;

    private readonly VirtualClock _clock;
    private readonly Func<double> _absolutePa;
    private readonly SensorError _error;
    private byte _pointer;
    private byte _control1;
    private byte _control2;
    private bool _ready;
    private bool _overrun;
    private bool _restartFilter;
    private long _startedUs;
    private long _periodUs;
    private long _samples;
    private double _filteredCounts;
    private int _output;

    public Lps22hbPart(VirtualClock clock, Func<double> absolutePa, SensorError error)
    {
        _clock = clock;
        _absolutePa = absolutePa;
        _error = error;
        PowerCycle();
    }

    public override bool Write(ReadOnlySpan<byte> data)
    {
        _pointer = data[0];

        foreach (byte value in data[1..])
        {
            WriteRegister(value);
            Advance();
        }

        return true;
    }

    public override bool Read(Span<byte> buffer)
    {
        Convert();

        foreach (ref byte value in buffer)
        {
            value = ReadRegister();
            Advance();
        }

        return true;
    }

    public override void PowerCycle()
    {
        _pointer = 0;
        _control1 = 0;
        _control2 = 0x10;
        _ready = false;
        _overrun = false;
        _restartFilter = false;
        _periodUs = 0;
        _filteredCounts = PowerUpCounts;
        _output = (int)PowerUpCounts;
    }

    private void WriteRegister(byte value)
    {
        switch (_pointer)
        {
            case 0x10:
                _control1 = value;
                _startedUs = _clock.NowUs;
                _samples = 0;
                _periodUs = (value >> 4 & 7) switch { 1 => 1_000_000, 2 => 100_000, 3 => 40_000, 4 => 20_000, 5 => 13_333, _ => 0 };
                break;
            case 0x11 when (value & 0x04) != 0:
                PowerCycle();
                break;
            case 0x11:
                _control2 = value;
                break;
            default:
                break; // nothing else that is modelled can be written
        }
    }

    private byte ReadRegister()
    {
        switch (_pointer)
        {
            case 0x0F:
                return 0xB1;
            case 0x10:
                return _control1;
            case 0x11:
                return _control2;
            case 0x27:
                return (byte)((_ready ? 0x01 : 0) | (_overrun ? 0x10 : 0));
            case 0x28:
                return (byte)_output;
            case 0x29:
                return (byte)(_output >> 8);
            case 0x2A:
                _ready = false;
                _overrun = false;
                return (byte)(_output >> 16);
            case 0x33:
                _restartFilter = true;
                return 0;
            default:
                return 0;
        }
    }

    // IF_ADD_INC
    private void Advance() => _pointer += (byte)(_control2 >> 4 & 1);

    private void Convert()
    {
        long samples = _periodUs == 0 ? _samples : (_clock.NowUs - _startedUs) / _periodUs;

        if (samples == _samples)
        {
            return;
        }

        _overrun |= _ready || samples - _samples > 1;
        _ready = true;
        Filter(_error.Apply(_absolutePa()) * CountsPerPa, Math.Min(samples - _samples, SettledSamples));
        _samples = samples;
        _output = (int)Math.Clamp(_filteredCounts, -MaxCounts, MaxCounts);
    }

    // At a ninth of the sample rate each sample closes half of the gap.
    private void Filter(double counts, long samples)
    {
        bool filtering = (_control1 & 0x08) != 0 && !_restartFilter;
        _restartFilter = false;

        if (!filtering)
        {
            _filteredCounts = counts;
            return;
        }

        for (long i = 0; i < samples; i++)
        {
            _filteredCounts += (counts - _filteredCounts) / 2;
        }
    }
}
