using System;
using Haip.VirtualBoard.Bus;

namespace Haip.VirtualBoard.Parts;

/// <summary>Register-level model of a Maxim MAX17048 on one lithium cell: voltage, charge, hibernation and power-on reset.</summary>
/// <remarks>
/// The charge is given, not estimated. A pump at rest loads its cell so little that the gauge hibernates unless told not to;
/// the six minutes before it does are left out. No alerts, no charge rate.
/// </remarks>
public sealed class Max17048Part : I2cPart
{
    private const double CountsPerVolt = 12_800;
    private const double CountsPerPercent = 256;
    private const long FirstEstimateUs = 1_000_000;
    private const long AwakeUs = 250_000;
    private const long HibernatingUs = 45_000_000;

    private readonly VirtualClock _clock;
    private readonly Func<double> _cellVolts;
    private readonly Func<double> _chargePercent;
    private readonly SensorError _voltsError;
    private readonly byte[] _registers = new byte[256];
    private byte _pointer;
    private long _nextUs;

    public Max17048Part(VirtualClock clock, Func<double> cellVolts, SensorError voltsError, Func<double> chargePercent)
    {
        _clock = clock;
        _cellVolts = cellVolts;
        _voltsError = voltsError;
        _chargePercent = chargePercent;
        PowerCycle();
    }

    private bool Hibernates => (_registers[0x0A] | _registers[0x0B]) != 0;

    private long PeriodUs => Hibernates ? HibernatingUs : AwakeUs;

    public override bool Write(ReadOnlySpan<byte> data)
    {
        _pointer = data[0];

        if (_pointer == 0xFE && data.Length == 3 && data[1] == 0x54 && data[2] == 0x00)
        {
            PowerCycle();
            return false; // gone before it could acknowledge the last byte
        }

        // HIBRT, CONFIG, VALRT, VRESET and STATUS; the rest is read-only or not there.
        if (data.Length == 3 && _pointer is 0x0A or 0x0C or 0x14 or 0x18 or 0x1A)
        {
            data[1..].CopyTo(_registers.AsSpan(_pointer));
            _nextUs = Math.Min(_nextUs, _clock.NowUs + PeriodUs);
        }

        return true;
    }

    public override bool Read(Span<byte> buffer)
    {
        Convert();

        foreach (ref byte value in buffer)
        {
            value = _registers[_pointer++];
        }

        return true;
    }

    public override void PowerCycle()
    {
        Array.Clear(_registers);
        _pointer = 0;
        _registers[0x09] = 0x12; // VERSION
        _registers[0x0A] = 0x80; // HIBRT
        _registers[0x0B] = 0x30;
        _registers[0x0C] = 0x97; // CONFIG
        _registers[0x0D] = 0x1C;
        _registers[0x15] = 0xFF; // VALRT
        _registers[0x18] = 0x96; // VRESET
        _registers[0x1A] = 0x01; // STATUS: was reset
        _nextUs = _clock.NowUs + FirstEstimateUs;
    }

    private void Convert()
    {
        long nowUs = _clock.NowUs;

        if (nowUs < _nextUs)
        {
            return;
        }

        _nextUs += ((nowUs - _nextUs) / PeriodUs + 1) * PeriodUs;
        Put(0x02, _voltsError.Apply(_cellVolts()) * CountsPerVolt);
        Put(0x04, _chargePercent() * CountsPerPercent);
    }

    private void Put(int register, double counts)
    {
        int value = (int)Math.Clamp(Math.Round(counts), 0, 0xFFFF);
        _registers[register] = (byte)(value >> 8);
        _registers[register + 1] = (byte)value;
    }
}
