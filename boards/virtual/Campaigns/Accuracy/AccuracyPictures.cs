using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Haip.VirtualBoard.Campaigns.Accuracy;

/// <summary>The campaign's pictures: trumpet, start, spread of the long-run error, fever and ascent.</summary>
internal static class AccuracyPictures
{
    private const int HistogramBars = 60;

    public static void Append(StringBuilder page, AccuracyFigures f)
    {
        const string OneDay = "24 h at 1.3 mL/day";
        const string TwoWeeks = "14 days at 1.3 mL/day";
        Trumpet(page, $"Trumpet curve of the continuous class, {OneDay}", f.DayTrumpet, Simulation.Trumpet.ContinuousMinutes, f.DayPacketUl);
        Trumpet(page, $"Trumpet curve of the ambulatory class, {OneDay}", f.SampledDayTrumpet, Simulation.Trumpet.AmbulatoryMinutes, f.DayPacketUl);
        Trumpet(page, $"Trumpet curve of the ambulatory class, {TwoWeeks}", f.SampledFortnightTrumpet, Simulation.Trumpet.AmbulatoryMinutes, f.DayPacketUl);
        Start(page, f.Of(AccuracyCourses.Day));
        Histogram(page, f.Of(AccuracyCourses.Day));
        Sizes(page, f);
        Trace(page, "Fever", "From 37 C to 40 C in half an hour, after two hours.", AccuracyCourses.Fever, f);
        Trace(page, "Ascent", "From sea level to 2,500 m in twenty minutes, after two hours.", AccuracyCourses.Ascent, f);
    }

    private static void Trumpet(StringBuilder page, string title, IReadOnlyList<TrumpetRow> all, int[] windows, double? packetUl)
    {
        List<TrumpetRow> rows = [.. all.Where(row => windows.Contains(row.WindowMinutes))];

        if (rows.Count == 0)
        {
            return;
        }

        bool bounded = windows.Contains(15);
        double most = Round(Math.Max(bounded ? 3 : 0, rows.Max(row => Math.Max(row.P95HighPercent, -row.P95LowPercent))) * 1.2);
        var plot = new Plot(title, PlotAxis.Log("observation window, minutes", [.. rows.Select(row => (double)row.WindowMinutes)]), PlotAxis.Linear("error, %", -most, most));
        plot.Band([.. rows.Select(row => ((double)row.WindowMinutes, row.P95LowPercent, row.P95HighPercent))], 0, "95 % of patients");
        plot.Line(rows.Select(row => ((double)row.WindowMinutes, row.MedianHighPercent)), 0, "median patient", dots: true);
        plot.Line(rows.Select(row => ((double)row.WindowMinutes, row.MedianLowPercent)), 0, dots: true);
        plot.Line(rows.Select(row => ((double)row.WindowMinutes, row.HighestPercent)), 1, "worst patient", dashed: true);
        plot.Line(rows.Select(row => ((double)row.WindowMinutes, row.LowestPercent)), 1, dashed: true);

        if (packetUl is double packet)
        {
            plot.Line(rows.Select(row => ((double)row.WindowMinutes, AccuracyCourses.Day.WindowPercent(packet, row.WindowMinutes))), 3, Text($"one packet of {packet:0.00} uL more or less"), dashed: true);
            plot.Line(rows.Select(row => ((double)row.WindowMinutes, -AccuracyCourses.Day.WindowPercent(packet, row.WindowMinutes))), 3, dashed: true);
        }

        if (bounded)
        {
            plot.Bound(15, -3, 3, "95 % of patients within 3 %");
            plot.Bound(60, -1, 1, "95 % of patients within 1 %");
        }

        Page.Picture(page, title, $"The largest and the smallest mean flow over windows of this length{(bounded ? ", which begin every 15 minutes" : "")}, wherever they lie after the first hour. A window that ends just before a packet lacks it: a pump that gives packets errs by up to one of them, however exact each is."
            + (bounded ? " Red: wanted of 95 % of patients." : ""), plot);
    }

    private static void Start(StringBuilder page, IReadOnlyCollection<AccuracyResult> results)
    {
        List<double[]> flows = [.. results.Select(result => result.FlowPercent).OfType<double[]>()];

        if (flows.Count == 0)
        {
            return;
        }

        const string Title = "Start";
        List<(double X, double Low, double Median, double High)> bands = [.. Bands(flows, AccuracyCourses.Day.FlowMinutes, 100)];
        var plot = new Plot(Title, PlotAxis.Linear("minutes since the therapy was started", 0, bands[^1].X), PlotAxis.Linear("flow, % of the order", 0, Round(Math.Max(110, bands.Max(band => band.High)))));
        plot.Band([.. bands.Select(band => (band.X, band.Low, band.High))], 0, "9 of 10 patients");
        plot.Line(bands.Select(band => (band.X, band.Median)), 0, "median patient", dots: true);
        Page.Picture(page, Title, Text($"Mean flow over {AccuracyCourses.Day.FlowMinutes} minutes at a time at 1.3 mL/day, about 23 packets each; the self-test is over."), plot);
    }

    private static void Histogram(StringBuilder page, IReadOnlyCollection<AccuracyResult> results)
    {
        if (results.Count == 0)
        {
            return;
        }

        const string Title = "Error of 24 hours";
        double most = Round(results.Max(result => Math.Abs(result.ErrorPercent)) * 1.1);
        double width = 2 * most / HistogramBars;
        int[] counts = new int[HistogramBars];

        foreach (AccuracyResult result in results)
        {
            counts[Math.Clamp((int)((result.ErrorPercent + most) / width), 0, HistogramBars - 1)]++;
        }

        var plot = new Plot(Title, PlotAxis.Linear("error of the volume, %", -most, most), PlotAxis.Linear("patients", 0, counts.Max() * 1.1));

        for (int i = 0; i < HistogramBars; i++)
        {
            if (counts[i] > 0)
            {
                plot.Bar(-most + (i * width), -most + ((i + 1) * width), counts[i], 0);
            }
        }

        Page.Picture(page, Title, "Volume that the patient got in 24 h at 1.3 mL/day, against the order.", plot);
    }

    private static void Sizes(StringBuilder page, AccuracyFigures f)
    {
        if (f.Day.Patients + f.Fortnight.Patients == 0)
        {
            return;
        }

        const string Title = "How many patients stay within which error";
        var plot = new Plot(Title, PlotAxis.Log("size of the error of the volume, %", 0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30, 100), PlotAxis.Linear("% of patients", 0, 100));
        IReadOnlyCollection<AccuracyResult> day = f.Of(AccuracyCourses.Day);
        plot.Line(Steps(day.Select(result => result.ErrorPercent)), 0, "24 h");
        plot.Line(Steps(f.Of(AccuracyCourses.Fortnight).Select(result => result.ErrorPercent)), 0, "14 days", dashed: true);
        int colour = 1;

        foreach (string pump in day.SelectMany(result => result.OtherErrorPercent?.Keys ?? Enumerable.Empty<string>()).Distinct().Order(StringComparer.Ordinal))
        {
            plot.Line(Steps(day.Where(result => result.OtherErrorPercent?.ContainsKey(pump) == true).Select(result => result.OtherErrorPercent![pump])), colour++, pump + ", 24 h");
        }

        Page.Picture(page, Title, "At 1.3 mL/day.", plot);
    }

    private static void Trace(StringBuilder page, string title, string sentence, AccuracyCourse course, AccuracyFigures f)
    {
        IReadOnlyCollection<AccuracyResult> results = f.Of(course);
        List<double[]> flows = [.. results.Select(result => result.FlowPercent).OfType<double[]>()];

        if (flows.Count == 0)
        {
            return;
        }

        var others = results.SelectMany(result => result.OtherFlowPercent ?? []).GroupBy(other => other.Key, other => other.Value, StringComparer.Ordinal)
            .OrderBy(pump => pump.Key, StringComparer.Ordinal)
            .Select(pump => (pump.Key, Bands: Bands([.. pump], course.FlowMinutes, 0).ToList()))
            .ToList();
        List<(double X, double Low, double Median, double High)> ours = [.. Bands(flows, course.FlowMinutes, 0)];
        double most = others.SelectMany(other => other.Bands).Select(band => band.Median).Concat(ours.Select(band => band.High)).Max();
        double least = others.SelectMany(other => other.Bands).Select(band => band.Median).Concat(ours.Select(band => band.Low)).Min();
        var plot = new Plot(title, PlotAxis.Linear("hours", 0, course.FlowHours), PlotAxis.Linear("error of the flow, %", -Round(Math.Max(2, -least * 1.1)), Round(Math.Max(2, most * 1.1))));
        plot.Band([.. ours.Select(band => (band.X / 60, band.Low, band.High))], 0, "this pump, 9 of 10 patients");
        plot.Line(ours.Select(band => (band.X / 60, band.Median)), 0, "median");
        int colour = 1;

        foreach ((string pump, List<(double X, double Low, double Median, double High)> bands) in others)
        {
            plot.Line(bands.Select(band => (band.X / 60, band.Median)), colour++, pump + ", median");
        }

        Page.Picture(page, title, sentence + Text($" Mean flow over {course.FlowMinutes} minutes at a time."), plot);
    }

    // Interval by interval, drawn at its middle.
    private static IEnumerable<(double X, double Low, double Median, double High)> Bands(IReadOnlyList<double[]> flows, int minutes, double above)
    {
        for (int i = 0; i < flows.Max(flow => flow.Length); i++)
        {
            List<double> sorted = [.. flows.Where(flow => i < flow.Length).Select(flow => flow[i]).Order()];
            yield return ((i + 0.5) * minutes, above + Spread.Percentile(sorted, 5)!.Value, above + Spread.MedianOf(sorted)!.Value, above + Spread.Percentile(sorted, 95)!.Value);
        }
    }

    private static IEnumerable<(double X, double Y)> Steps(IEnumerable<double> errors)
    {
        List<double> sorted = [.. errors.Select(Math.Abs).Order()];
        return Cumulative.Of(sorted);
    }

    // Up to 1, 2 or 5 of its power of ten.
    private static double Round(double value)
    {
        double power = Math.Pow(10, Math.Floor(Math.Log10(Math.Max(value, 0.1))));
        double[] steps = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];
        return power * steps.First(step => step * power >= value * 0.999999);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
