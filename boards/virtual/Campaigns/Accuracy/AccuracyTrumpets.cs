using System.Collections.Generic;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Campaigns.Accuracy;

/// <summary>The trumpet curves of one run: over all of it, with the standard's samples and with more of them, and where the standard looks.</summary>
/// <remarks>
/// IEC 60601-2-24: a continuous infusion is sampled every half minute and judged in its second and in its last hour; an ambulatory one every quarter of an hour,
/// in the day after the first and in the last one.
/// </remarks>
internal sealed class AccuracyTrumpets
{
    private const double HalfMinute = 0.5;
    private const double QuarterOfAnHour = 15;
    private const double HourMinutes = 60;
    private const double DayMinutes = 1_440;
    private const long TakeSeconds = 30;
    private const long SecondsPerMinute = 60;
    private const long SecondsPerQuarter = (long)QuarterOfAnHour * SecondsPerMinute;

    private readonly Trumpet _short = new(Trumpet.ContinuousMinutes, HalfMinute);
    private readonly Trumpet _long = new(Trumpet.AmbulatoryMinutes);
    private readonly Trumpet _sampled = new(Trumpet.AmbulatoryMinutes, QuarterOfAnHour);
    private readonly Trumpet _first;
    private readonly Trumpet _last;
    private readonly long _standardSeconds;

    public AccuracyTrumpets(double hours)
    {
        double minutes = hours * HourMinutes;
        bool days = minutes >= 2 * DayMinutes;
        int[] windows = days ? Trumpet.AmbulatoryMinutes : Trumpet.ContinuousMinutes;
        double sample = days ? QuarterOfAnHour : HalfMinute;
        double interval = days ? DayMinutes : HourMinutes;
        _standardSeconds = (long)(sample * SecondsPerMinute);
        _first = new Trumpet(windows, sample, interval, 2 * interval);
        _last = new Trumpet(windows, sample, minutes - interval, minutes);
    }

    public SortedDictionary<int, double[]> Sampled => _sampled.ErrorPercent();

    public SortedDictionary<int, double[]> First => _first.ErrorPercent();

    public SortedDictionary<int, double[]> Last => _last.ErrorPercent();

    /// <param name="seconds">Whole ones since the beginning, 0 included.</param>
    public void Take(long seconds, double orderedNl, double deliveredNl)
    {
        if (seconds % TakeSeconds != 0)
        {
            return;
        }

        _short.Take(orderedNl, deliveredNl);

        if (seconds % SecondsPerMinute == 0)
        {
            _long.Take(orderedNl, deliveredNl);
        }

        if (seconds % SecondsPerQuarter == 0)
        {
            _sampled.Take(orderedNl, deliveredNl);
        }

        if (seconds % _standardSeconds == 0)
        {
            _first.Take(orderedNl, deliveredNl);
            _last.Take(orderedNl, deliveredNl);
        }
    }

    public SortedDictionary<int, double[]> All()
    {
        SortedDictionary<int, double[]> all = _short.ErrorPercent();

        foreach ((int minutes, double[] errors) in _long.ErrorPercent())
        {
            all[minutes] = errors;
        }

        return all;
    }
}
