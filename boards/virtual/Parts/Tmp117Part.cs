using System;
using Haip.VirtualBoard.Bus;

namespace Haip.VirtualBoard.Parts;

/// <summary>Register-level model of a TI TMP117: conversion cycle, averaging, data-ready and reset.</summary>
/// <remarks>No one-shot mode, no alerts, and the EEPROM holds what the factory put there.</remarks>
public sealed class Tmp117Part : I2cPart
{
    private const double CountsPerC = 128;
    private const long ConversionUs = 15_500;
    private const long ResetUs = 2_000;
    private const int FactoryConfiguration = 0x0220;
    private const short NoConversionYet = short.MinValue;

    private readonly VirtualClock _clock;
    private readonly Func<double> _celsius;
    private readonly SensorError _error;
    private byte _pointer;
    private int _configuration;
    private bool _ready;
    private short _result;
    private long _wokenUs;
    private long _nextResultUs;

    public Tmp117Part(VirtualClock clock, Func<double> celsius, SensorError error)
    {
        _clock = clock;
        _celsius = celsius;
        _error = error;
        PowerCycle();
    }

    private bool ShutDown => (_configuration & 0x0C00) == 0x0400;

    private long FirstResultUs => ConversionUs * ((_configuration >> 5 & 3) switch { 0 => 1, 1 => 8, 2 => 32, _ => 64 });

    private long CycleUs => Math.Max(
        FirstResultUs,
        (_configuration >> 7 & 7) switch { 0 => 15_500, 1 => 125_000, 2 => 250_000, 3 => 500_000, 4 => 1_000_000, 5 => 4_000_000, 6 => 8_000_000, _ => 16_000_000 });

    public override bool Write(ReadOnlySpan<byte> data)
    {
        if (_clock.NowUs < _wokenUs)
        {
            return false; // loading its EEPROM
        }

        _pointer = data[0];

        if (_pointer == 0x01 && data.Length >= 3)
        {
            Configure(data[1] << 8 | data[2]);
        }

        return true;
    }

    public override bool Read(Span<byte> buffer)
    {
        if (_clock.NowUs < _wokenUs)
        {
            return false;
        }

        Convert();
        int register = ReadRegister();
        buffer.Fill(0xFF); // a register has two bytes; nobody drives the bus after them

        if (buffer.Length > 0)
        {
            buffer[0] = (byte)(register >> 8);
        }

        if (buffer.Length > 1)
        {
            buffer[1] = (byte)register;
        }

        return true;
    }

    public override void PowerCycle() => Wake(0);

    private void Wake(long afterUs)
    {
        _pointer = 0;
        _result = NoConversionYet;
        _ready = false;
        _wokenUs = _clock.NowUs + afterUs;
        _configuration = FactoryConfiguration;
        _nextResultUs = _wokenUs + FirstResultUs;
    }

    private void Configure(int value)
    {
        if ((value & 0x0002) != 0)
        {
            Wake(ResetUs);
            return;
        }

        _configuration = value & 0x0FFC;
        _nextResultUs = _clock.NowUs + FirstResultUs;
    }

    private void Convert()
    {
        long nowUs = _clock.NowUs;

        if (ShutDown || nowUs < _nextResultUs)
        {
            return;
        }

        _nextResultUs += ((nowUs - _nextResultUs) / CycleUs + 1) * CycleUs;
        _result = (short)Math.Clamp(Math.Round(_error.Apply(_celsius()) * CountsPerC), short.MinValue, short.MaxValue);
        _ready = true;
    }

    private int ReadRegister()
    {
        int ready = _ready ? 0x2000 : 0;

        // Both clear the flag.
        if (_pointer is 0x00 or 0x01)
        {
            _ready = false;
        }

        return _pointer switch
        {
            0x00 => _result,
            0x01 => _configuration | ready,
            0x02 => 0x6000,
            0x03 => 0x8000,
            0x0F => 0x0117,
            _ => 0,
        };
    }
}
