using System;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>A number over time, as the means of even stretches of time: what a sparkline shows.</summary>
internal sealed class Trace
{
    // A scale that moved with every heartbeat could not be read: it opens at once and closes late.
    private const double ScaleStep = 2;
    private const double ScaleSlack = 3;

    /// <summary>Wider than any terminal.</summary>
    private const int ColumnCount = 512;

    private readonly double[] _columns = new double[ColumnCount];
    private readonly double _slowestColumnSeconds;
    private double _columnEndSeconds;
    private double _sum;
    private int _count;
    private int _next;

    /// <param name="columnSeconds">Width of a column when time runs as it does; it grows with the speed, so that the picture moves evenly.</param>
    public Trace(double columnSeconds)
    {
        _slowestColumnSeconds = columnSeconds;
        ColumnSeconds = columnSeconds;
        Array.Fill(_columns, double.NaN);
    }

    public double ColumnSeconds { get; private set; }

    public double Low { get; private set; } = double.NaN;

    public double High { get; private set; } = double.NaN;

    /// <summary>Begins anew: columns of another width cannot stand beside those drawn so far.</summary>
    public void Restart(double nowSeconds, double speed)
    {
        ColumnSeconds = _slowestColumnSeconds * speed;
        _columnEndSeconds = nowSeconds + ColumnSeconds;
        _sum = 0;
        _count = 0;
        Array.Fill(_columns, double.NaN);
    }

    /// <summary>Takes a sample; NaN is none.</summary>
    public void Take(double nowSeconds, double value)
    {
        if (!double.IsNaN(value))
        {
            _sum += value;
            _count++;
        }

        if (nowSeconds >= _columnEndSeconds)
        {
            _columns[_next] = _count == 0 ? double.NaN : _sum / _count;
            _next = (_next + 1) % ColumnCount;
            _sum = 0;
            _count = 0;
            _columnEndSeconds = Math.Max(_columnEndSeconds + ColumnSeconds, nowSeconds);
        }
    }

    /// <summary>A column, 0 being the last; NaN when nothing was known.</summary>
    public double Column(int age) => _columns[(_next - 1 - age + (2 * ColumnCount)) % ColumnCount];

    /// <summary>The mean of the last columns that are known.</summary>
    public double Mean(int columns)
    {
        double sum = 0;
        int count = 0;

        for (int age = 0; age < columns; age++)
        {
            if (!double.IsNaN(Column(age)))
            {
                sum += Column(age);
                count++;
            }
        }

        return count == 0 ? double.NaN : sum / count;
    }

    /// <summary>Fits the scale to the columns that are shown.</summary>
    public void Fit(int columns)
    {
        double low = double.PositiveInfinity;
        double high = double.NegativeInfinity;

        for (int age = 0; age < columns; age++)
        {
            if (!double.IsNaN(Column(age)))
            {
                low = Math.Min(low, Column(age));
                high = Math.Max(high, Column(age));
            }
        }

        if (low > high)
        {
            return;
        }

        if (!(Low <= low && low <= Low + ScaleSlack))
        {
            Low = Math.Floor(low / ScaleStep) * ScaleStep;
        }

        if (!(High - ScaleSlack <= high && high <= High))
        {
            High = (Math.Floor(high / ScaleStep) + 1) * ScaleStep;
        }
    }
}
