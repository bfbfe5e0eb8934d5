using System;
using Haip.VirtualBoard.Bus;

namespace Haip.VirtualBoard.Parts;

/// <summary>Register-level model of a Maxim DS3231 in 24-hour mode: it runs with the virtual clock, and without supply on its cell.</summary>
/// <remarks>Alarms, square wave and ageing are bytes without effect. A date that does not exist stops it: the data sheet calls that undefined.</remarks>
public sealed class Ds3231Part : I2cPart
{
    private const int RegisterCount = 0x13;
    private const int TimeCount = 7;
    private const int Control = 0x0E;
    private const int Status = 0x0F;
    private const int Stopped = 0x80;

    private readonly VirtualClock _clock;
    private readonly byte[] _registers = new byte[RegisterCount];
    private int _pointer;
    private bool _runs;
    private DateTime _setTo;
    private long _setAtUs;
    private double _rate = 1;

    public Ds3231Part(VirtualClock clock)
    {
        _clock = clock;
        ForgetEverything();
    }

    /// <summary>Whether there is a good cell in the holder: without one, the time is lost with the supply.</summary>
    public bool BatteryBacked { get; set; } = true;

    /// <summary>As if somebody had set it: right, and trusted.</summary>
    public void SetTime(DateTime utc)
    {
        Start(utc);
        _registers[Status] &= 0xFF ^ Stopped;
    }

    /// <summary>Seconds that it counts in a second: 1 is right, 0 stands still. Nothing in the part tells.</summary>
    public double Rate
    {
        get => _rate;
        set
        {
            Start(Now);
            _rate = value;
        }
    }

    private DateTime Now => _setTo.AddTicks((long)((_clock.NowUs - _setAtUs) * _rate * TimeSpan.TicksPerMicrosecond));

    /// <summary>Shows another time from now on, and says nothing about it.</summary>
    public void Jump(TimeSpan by) => _setTo += by;

    public override bool Write(ReadOnlySpan<byte> data)
    {
        TakeTime();
        _pointer = data[0] % RegisterCount;
        bool timeWritten = false;

        foreach (byte value in data[1..])
        {
            timeWritten |= _pointer < TimeCount;
            WriteRegister(value);
            _pointer = (_pointer + 1) % RegisterCount;
        }

        if (timeWritten)
        {
            StartFromRegisters();
        }

        return true;
    }

    public override bool Read(Span<byte> buffer)
    {
        TakeTime();

        foreach (ref byte value in buffer)
        {
            value = _registers[_pointer];
            _pointer = (_pointer + 1) % RegisterCount;
        }

        return true;
    }

    public override void PowerCycle()
    {
        bool stopsOnCell = (_registers[Control] & 0x80) != 0; // EOSC

        if (!BatteryBacked)
        {
            ForgetEverything();
        }
        else if (stopsOnCell)
        {
            _registers[Status] |= Stopped;
        }
    }

    private static int Number(byte digits) => ((digits >> 4) * 10) + (digits & 0x0F);

    private static byte Digits(int number) => (byte)((number / 10 * 16) + (number % 10));

    private void ForgetEverything()
    {
        Array.Clear(_registers);
        _pointer = 0;
        _registers[Control] = 0x1C;
        _registers[Status] = 0x88; // stopped, 32 kHz output on
        _registers[0x11] = 0x19;   // 25 degrees
        Start(new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc));
    }

    private void WriteRegister(byte value)
    {
        switch (_pointer)
        {
            case Status:
                // The flags can be written to 0 only; EN32kHz is the one bit that takes both; three do not exist.
                _registers[Status] = (byte)((_registers[Status] & value & 0x83) | (value & 0x08));
                break;
            case 0x11 or 0x12:
                break; // the temperature is read-only
            default:
                _registers[_pointer] = value;
                break;
        }
    }

    private void Start(DateTime utc)
    {
        _setTo = utc;
        _setAtUs = _clock.NowUs;
        _runs = true;
    }

    private void StartFromRegisters()
    {
        int year = 2000 + Number(_registers[6]);
        int month = Number((byte)(_registers[5] & 0x7F));
        int day = Number(_registers[4]);
        int hour = Number(_registers[2]);
        int minute = Number(_registers[1]);
        int second = Number(_registers[0]);
        _runs = month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            && hour < 24 && minute < 60 && second < 60;

        if (_runs)
        {
            Start(new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc));
        }
    }

    // The part copies its counters to the registers at every start condition, so that a second cannot end in mid-read.
    private void TakeTime()
    {
        if (!_runs)
        {
            return;
        }

        DateTime now = Now;
        _registers[0] = Digits(now.Second);
        _registers[1] = Digits(now.Minute);
        _registers[2] = Digits(now.Hour);
        _registers[3] = Digits((int)now.DayOfWeek + 1);
        _registers[4] = Digits(now.Day);
        _registers[5] = (byte)(Digits(now.Month) | (now.Year >= 2100 ? 0x80 : 0));
        _registers[6] = Digits(now.Year % 100);
    }
}
