using System;
using Haip.VirtualBoard.Bus;

namespace Haip.VirtualBoard.Parts;

/// <summary>Register-level model of a Honeywell ABP2 005PG: the pressure is taken when the conversion command arrives.</summary>
public sealed class Abp2Part : I2cPart
{
    private const long ConversionUs = 5000;
    private const double FullScalePa = 34474;
    private const double OminCounts = 1677722;
    private const double SpanCounts = 13421772;
    private const double MaxCounts = 16777215;

    private readonly VirtualClock _clock;
    private readonly Func<double> _gaugePa;
    private readonly SensorError _error;
    private long _startedUs;
    private int _counts;
    private bool _commanded;

    public Abp2Part(VirtualClock clock, Func<double> gaugePa, SensorError error)
    {
        _clock = clock;
        _gaugePa = gaugePa;
        _error = error;
    }

    public override bool Write(ReadOnlySpan<byte> data)
    {
        if (data.Length == 3 && data[0] == 0xAA && data[1] == 0 && data[2] == 0)
        {
            double counts = OminCounts + (_error.Apply(_gaugePa()) / FullScalePa * SpanCounts);
            _counts = (int)Math.Clamp(counts, 0, MaxCounts);
            _startedUs = _clock.NowUs;
            _commanded = true;
        }

        return true;
    }

    public override bool Read(Span<byte> buffer)
    {
        bool busy = _commanded && _clock.NowUs - _startedUs < ConversionUs;
        Span<byte> frame = stackalloc byte[7];
        frame[0] = busy ? (byte)0x60 : (byte)0x40;

        if (_commanded && !busy)
        {
            frame[1] = (byte)(_counts >> 16);
            frame[2] = (byte)(_counts >> 8);
            frame[3] = (byte)_counts;
            frame[4] = 0x6F; // 37 C: (37 + 50) / 200 of full scale
        }

        // Byte by byte: a call costs more than it copies.
        for (int i = 0; i < frame.Length && i < buffer.Length; i++)
        {
            buffer[i] = frame[i];
        }

        return true;
    }

    public override void PowerCycle()
    {
        _commanded = false;
        _counts = 0;
    }
}
