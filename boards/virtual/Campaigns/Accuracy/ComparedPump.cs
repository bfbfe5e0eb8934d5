using Haip.VirtualBoard.Comparison;
using Haip.VirtualBoard.Hydraulics;

namespace Haip.VirtualBoard.Campaigns.Accuracy;

/// <summary>Another pump in the same patient, measured like ours.</summary>
internal sealed class ComparedPump(IComparisonPump pump, AccuracyCourse course)
{
    private const double SecondsPerMinute = 60;
    private const double SecondsPerHour = 3_600;

    private readonly FlowTrace _flow = new(course.FlowMinutes * SecondsPerMinute, course.FlowHours * SecondsPerHour);
    private readonly VolumeError _error = new();

    public string Name => pump.Name;

    public double[]? FlowPercent => _flow.ErrorPercent;

    public void Advance(double seconds, FluidPath conditions) => pump.Advance(seconds, conditions);

    public void Begin(double orderedNl) => _error.Begin(orderedNl, pump.DeliveredNl);

    public void Take(long seconds, double orderedNl) => _flow.Take(seconds, orderedNl, pump.DeliveredNl);

    public double ErrorPercent(double orderedNl) => _error.Percent(orderedNl, pump.DeliveredNl);
}
