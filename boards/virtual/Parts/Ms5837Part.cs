using System;
using Haip.VirtualBoard.Bus;

namespace Haip.VirtualBoard.Parts;

/// <summary>Register-level model of a TE MS5837-02BA: the pressure is taken when the conversion command arrives.</summary>
/// <remarks>The calibration is the typical one of the data sheet (09/2017): one count of D1 is about 0.044 Pa.</remarks>
public sealed class Ms5837Part : I2cPart
{
    private const long ReloadUs = 2_800;
    private const double MaxCounts = 16_777_215;
    private const double Sensitivity = 46_372 * 65_536.0;
    private const double Offset = 43_981 * 131_072.0;
    private const double SensitivityPerCount = 29_059 / 128.0;
    private const double OffsetPerCount = 27_842 / 64.0;
    private const double ReferenceCounts = 31_553 * 256.0;
    private const double CentiCPerCount = 28_165 / 8_388_608.0;
    private const double CentiCPerSquareCount = 11 / 34_359_738_368.0; // second order, below 20 C

    private static readonly int[] s_prom = [0x52A0, 46_372, 43_981, 29_059, 27_842, 31_553, 28_165]; // check digit 5, version 02BA21

    private readonly VirtualClock _clock;
    private readonly Func<double> _absolutePa;
    private readonly Func<double> _temperatureC;
    private readonly SensorError _error;
    private bool _loaded;
    private long _busyUntilUs;
    private long _convertedUs;
    private int _converted;     // 0 when there is nothing to fetch
    private int _answer;
    private int _answerLength;
    private double _knownC = double.NaN;
    private double _deviation;  // D2 against the reference, counts
    private double _sensitivity;
    private double _offset;

    /// <param name="error">Gain, offset and noise of one sample, in pascals.</param>
    public Ms5837Part(VirtualClock clock, Func<double> absolutePa, Func<double> temperatureC, SensorError error)
    {
        _clock = clock;
        _absolutePa = absolutePa;
        _temperatureC = temperatureC;
        _error = error;
    }

    public override bool Write(ReadOnlySpan<byte> data)
    {
        if (_clock.NowUs < _busyUntilUs || data.Length != 1)
        {
            return false;
        }

        int command = data[0];
        _answerLength = 0;

        switch (command)
        {
            case 0x00:
                bool ready = _clock.NowUs >= _convertedUs;
                Answer(ready ? _converted : 0, 3);
                _converted = 0; // fetched, or spoilt by asking too early
                break;

            case 0x1E:
                _loaded = true;
                _converted = 0;
                _busyUntilUs = _clock.NowUs + ReloadUs;
                break;

            case >= 0x40 and <= 0x4A when command % 2 == 0:
                Convert(Pressure(), command - 0x40);
                break;

            case >= 0x50 and <= 0x5A when command % 2 == 0:
                Convert(Temperature(), command - 0x50);
                break;

            case >= 0xA0 and <= 0xAC when command % 2 == 0:
                Answer(_loaded ? s_prom[(command - 0xA0) / 2] : 0, 2); // the calibration is loaded by the reset
                break;

            default:
                return false;
        }

        return true;
    }

    public override bool Read(Span<byte> buffer)
    {
        if (_clock.NowUs < _busyUntilUs)
        {
            return false;
        }

        for (int i = 0; i < buffer.Length; i++)
        {
            buffer[i] = i < _answerLength ? (byte)(_answer >> (8 * (_answerLength - 1 - i))) : (byte)0xFF;
        }

        return true;
    }

    public override void PowerCycle()
    {
        _loaded = false;
        _converted = 0;
        _answerLength = 0;
        _busyUntilUs = _clock.NowUs + ReloadUs;
    }

    private void Answer(int value, int length)
    {
        _answer = value;
        _answerLength = length;
    }

    // 2.5 us for each of 256 to 8192 samples.
    private void Convert(double counts, int resolution)
    {
        _converted = (int)Math.Clamp(Math.Round(counts), 1, MaxCounts);
        _convertedUs = _clock.NowUs + (640L << (resolution / 2));
    }

    private double Temperature()
    {
        Follow(_temperatureC());
        return ReferenceCounts + _deviation;
    }

    // P = (D1 x SENS / 2^21 - OFF) / 2^15, solved for D1.
    private double Pressure()
    {
        Follow(_temperatureC());
        return ((_error.Apply(_absolutePa()) * 32_768) + _offset) * 2_097_152 / _sensitivity;
    }

    // Liquid changes temperature slowly and conversions come often: most calls find what is known already.
    private void Follow(double temperatureC)
    {
        if (temperatureC == _knownC)
        {
            return;
        }

        _knownC = temperatureC;
        double above = (100 * temperatureC) - 2000;
        _deviation = above / CentiCPerCount;
        double squared = 0;

        if (above < 0)
        {
            // above = deviation x first order - deviation^2 x second order: the root near the first-order one.
            double root = Math.Sqrt((CentiCPerCount * CentiCPerCount) - (4 * CentiCPerSquareCount * above));
            _deviation = (CentiCPerCount - root) / (2 * CentiCPerSquareCount);
            double firstOrder = _deviation * CentiCPerCount;
            squared = firstOrder * firstOrder;
        }

        _sensitivity = Sensitivity + (SensitivityPerCount * _deviation) - (63 * squared / 32);
        _offset = Offset + (OffsetPerCount * _deviation) - (31 * squared / 8);
    }
}
