using System;
using Haip.Core.Ports;
using Haip.VirtualBoard.Bus;

namespace Haip.VirtualBoard.Parts;

/// <summary>Bit-level model of an HX711 at 10 samples a second with a 100 g, 1 mV/V load cell: MOSI is PD_SCK, MISO is DOUT.</summary>
/// <remarks>
/// DOUT is sampled in the middle of each bit, after the edge that PD_SCK made at its beginning. An unread sample is replaced
/// by the next one. A train that a new sample cuts short starts over with that sample's first bit.
/// </remarks>
public sealed class Hx711Part : ISpiBus
{
    private const long PeriodUs = 100_000;
    private const long FirstSampleUs = 400_000;        // settling after power-up, reset and every change of gain
    private const long PowerDownNs = 60_000;
    private const double CountsPerGram = 21_474.8;     // 2^23 x 128 / 0.5 x 1 mV/V / 100 g, at gain 128
    private const int FullScale = 0x7FFFFF;
    private const int A128 = 25;                       // pulses in a sample's period choose the next input and gain
    private const int B32 = 26;
    private const int A64 = 27;

    private readonly VirtualClock _clock;
    private readonly Func<double> _grams;
    private readonly SensorError _error;
    private readonly long _bitNs;
    private long _nextSampleUs;
    private long _roseAtNs;
    private int _counts;
    private int _pulses;
    private int _mode = A128;
    private bool _ready;
    private bool _clockHigh;
    private bool _poweredDown;
    private BusFault _fault;

    /// <param name="bitRateHz">The port's clock, one bit of PD_SCK long.</param>
    public Hx711Part(VirtualClock clock, Func<double> grams, SensorError error, int bitRateHz)
    {
        _clock = clock;
        _grams = grams;
        _error = error;
        _bitNs = 1_000_000_000 / bitRateHz;
        PowerCycle();
    }

    /// <summary>Absent: DOUT is pulled up. Corrupt: one bit of each byte turned over. Stuck: samples come but no longer follow the weight.</summary>
    public BusFault Fault
    {
        get => _fault;
        set
        {
            _fault = value;

            if ((value & BusFault.Absent) != 0)
            {
                PowerCycle();
            }
        }
    }

    public bool Transfer(byte[] output, byte[] input)
    {
        if ((_fault & BusFault.Absent) != 0)
        {
            input.AsSpan().Fill(0xFF);
            return true;
        }

        long nowNs = _clock.NowUs * 1000;
        byte flip = (_fault & BusFault.CorruptReads) != 0 ? (byte)0x10 : (byte)0;
        Sample();

        for (int i = 0; i < output.Length; i++)
        {
            int sampled = 0;

            for (int bit = 7; bit >= 0; bit--)
            {
                Drive(((output[i] >> bit) & 1) != 0, nowNs);
                sampled = (sampled << 1) | (DataHigh ? 1 : 0);
                nowNs += _bitNs;
            }

            input[i] = (byte)(sampled ^ flip);
        }

        return true;
    }

    public void PowerCycle()
    {
        _nextSampleUs = _clock.NowUs + FirstSampleUs;
        _mode = A128;
        _pulses = 0;
        _counts = 0;
        _ready = false;
        _clockHigh = false;
        _poweredDown = false;
    }

    // Before the first pulse low says "ready"; pulse n brings out bit 24 - n; the 25th and later ones lift it.
    private bool DataHigh => _poweredDown || !_ready || (_pulses > 0 && (_pulses > 24 || ((_counts >> (24 - _pulses)) & 1) != 0));

    private void Drive(bool high, long nowNs)
    {
        if (high && !_clockHigh)
        {
            _roseAtNs = nowNs;
            _pulses++;
        }
        else if (_clockHigh && nowNs - _roseAtNs > PowerDownNs)
        {
            _poweredDown = true;
        }

        _clockHigh = high;

        if (_poweredDown && !high)
        {
            PowerCycle();
        }
    }

    private void Sample()
    {
        if (_clockHigh || _clock.NowUs < _nextSampleUs)
        {
            return;
        }

        int mode = _pulses is B32 or A64 or A128 ? _pulses : _mode;
        bool changed = mode != _mode;
        _mode = mode;
        _pulses = 0;
        _ready = !changed;
        _nextSampleUs += changed ? FirstSampleUs : ((_clock.NowUs - _nextSampleUs) / PeriodUs * PeriodUs) + PeriodUs;

        if ((_fault & BusFault.StuckReads) == 0)
        {
            double gain = mode == A128 ? 1 : mode == A64 ? 0.5 : 0; // nothing is wired to channel B
            _counts = (int)Math.Clamp(_error.Apply(_grams()) * CountsPerGram * gain, -FullScale - 1, FullScale);
        }
    }
}
