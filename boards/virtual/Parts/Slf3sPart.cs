using System;
using Haip.VirtualBoard.Bus;

namespace Haip.VirtualBoard.Parts;

/// <summary>Register-level model of a Sensirion SLF3S-0600F: it reports the mean flow since it was last read.</summary>
/// <remarks>
/// The interval after which the part smooths instead of averaging (64 ms) is that of a sister part with the same chip.
/// Assumed, and on the strict side: an idle part refuses to be stopped, a measuring one to be started, and high flow is
/// flagged where the output reaches its limit.
/// </remarks>
public sealed class Slf3sPart : I2cPart
{
    private const long PowerUpUs = 25_000;
    private const long FirstResultUs = 12_000;
    private const long StopUs = 500;
    private const long ExactForUs = 64_000;
    private const double UsPerMinute = 60e6;
    private const double NlPerMinutePerCount = 100;
    private const double LimitCounts = 32_500;

    private static readonly byte[] s_crc = CrcTable();
    private static readonly byte[] s_identity = Frame([0x07, 0x03, 0x03, 0x02, 0x00, 0x00, 0x00, 0x00, 0x12, 0x34, 0x56, 0x78]);

    private readonly VirtualClock _clock;
    private readonly Func<double> _totalNl;
    private readonly SensorError _error;
    private readonly Func<bool> _airInLine;
    private State _state;
    private long _busyUntilUs;
    private long _lastReadUs;
    private double _lastTotalNl;
    private double _nlPerMinute;
    private int _flags;

    /// <param name="totalNl">Net volume through the sensor since power-up, nanolitres, positive along the arrow.</param>
    /// <param name="error">Gain, offset and noise of one reading, in nanolitres per minute.</param>
    /// <param name="airInLine">True while gas is in the channel; looked at when the part is read.</param>
    public Slf3sPart(VirtualClock clock, Func<double> totalNl, SensorError error, Func<bool> airInLine)
    {
        _clock = clock;
        _totalNl = totalNl;
        _error = error;
        _airInLine = airInLine;
    }

    private enum State
    {
        Idle,
        IdentityPrepared,
        IdentityReady,
        Measuring,
    }

    public override bool Write(ReadOnlySpan<byte> data)
    {
        if (_clock.NowUs < _busyUntilUs && _state != State.Measuring)
        {
            return false;
        }

        int command = data.Length == 2 ? data[0] << 8 | data[1] : -1;

        switch (command, _state)
        {
            case (0x3FF9, State.Measuring):
                _state = State.Idle;
                _busyUntilUs = _clock.NowUs + StopUs;
                return true;

            case (0x3608, not State.Measuring):
                Start();
                return true;

            case (0x367C, not State.Measuring):
                _state = State.IdentityPrepared;
                return true;

            case (0xE102, State.IdentityPrepared):
                _state = State.IdentityReady;
                return true;

            default:
                return false;
        }
    }

    public override bool Read(Span<byte> buffer)
    {
        if (_clock.NowUs < _busyUntilUs)
        {
            return false;
        }

        if (_state == State.Measuring)
        {
            Measure(buffer);
            return true;
        }

        bool identified = _state == State.IdentityReady;
        _state = State.Idle;

        if (identified)
        {
            Send(s_identity, buffer);
        }

        return identified;
    }

    public override void PowerCycle()
    {
        _state = State.Idle;
        _busyUntilUs = _clock.NowUs + PowerUpUs;
    }

    private void Start()
    {
        _state = State.Measuring;
        _lastReadUs = _clock.NowUs;
        _busyUntilUs = _lastReadUs + FirstResultUs;
        _lastTotalNl = _totalNl();
        _nlPerMinute = 0;
        _flags = 0;
    }

    private void Measure(Span<byte> buffer)
    {
        long intervalUs = _clock.NowUs - _lastReadUs;

        // Two reads at the same instant: the part has nothing newer than what it said before.
        if (intervalUs > 0)
        {
            Accumulate(intervalUs);
        }

        double counts = Math.Round(_error.Apply(_nlPerMinute) / NlPerMinutePerCount);

        if (Math.Abs(counts) > LimitCounts)
        {
            counts = Math.CopySign(LimitCounts, counts);
            _flags |= 0x02;
        }

        if (_airInLine())
        {
            _flags |= 0x01;
        }

        int flow = (int)counts;
        ReadOnlySpan<byte> frame =
        [
            (byte)(flow >> 8), (byte)flow, Crc(flow >> 8 & 0xFF, flow & 0xFF),
            0x1D, 0xB0, 0x10, // 38 C: the chip heats itself
            0x00, (byte)_flags, Crc(0, _flags),
        ];
        Send(frame, buffer);

        // A master that stops after the flow has not seen the flags.
        if (buffer.Length >= 8)
        {
            _flags = 0;
        }
    }

    private void Accumulate(long intervalUs)
    {
        double totalNl = _totalNl();
        double meanNlPerMinute = (totalNl - _lastTotalNl) * (UsPerMinute / intervalUs);

        if (intervalUs <= ExactForUs)
        {
            _nlPerMinute = meanNlPerMinute;
        }
        else
        {
            _nlPerMinute += (meanNlPerMinute - _nlPerMinute) * intervalUs / (intervalUs + ExactForUs);
            _flags |= 0x20;
        }

        _lastTotalNl = totalNl;
        _lastReadUs = _clock.NowUs;
    }

    private static void Send(ReadOnlySpan<byte> frame, Span<byte> buffer)
    {
        // Byte by byte: calls cost more than they copy.
        for (int i = 0; i < buffer.Length; i++)
        {
            buffer[i] = i < frame.Length ? frame[i] : (byte)0xFF; // after the last nobody drives the bus any more
        }
    }

    private static byte Crc(int first, int second) => s_crc[s_crc[first ^ 0xFF] ^ second];

    private static byte[] Frame(ReadOnlySpan<byte> words)
    {
        var frame = new byte[words.Length / 2 * 3];

        for (int i = 0; i < words.Length / 2; i++)
        {
            frame[3 * i] = words[2 * i];
            frame[(3 * i) + 1] = words[(2 * i) + 1];
            frame[(3 * i) + 2] = Crc(words[2 * i], words[(2 * i) + 1]);
        }

        return frame;
    }

    // x^8 + x^5 + x^4 + 1; the remainders of the powers of two give all others, because the code is linear.
    private static byte[] CrcTable()
    {
        var table = new byte[256];
        byte remainder = 0x31;

        for (int power = 1; power < 256; power *= 2)
        {
            for (int i = 0; i < power; i++)
            {
                table[power + i] = (byte)(table[i] ^ remainder);
            }

            remainder = (byte)((remainder << 1) ^ (remainder >= 0x80 ? 0x31 : 0));
        }

        return table;
    }
}
