using System.Collections.Generic;
using Haip.VirtualBoard.Bus;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Parts;

namespace Haip.VirtualBoard.Simulation;

/// <summary>What warmth and time do to fluid path and sensors, second by second: too slow to be asked in every step.</summary>
internal sealed class Ageing(VirtualClock clock, FluidPath fluid, IReadOnlyList<SensorDrift> drifts)
{
    private const double SecondsPerDay = 86_400;
    private const long PeriodUs = 1_000_000;

    private long _nextUs;
    private double _lastSeconds;

    public void Advance()
    {
        if (clock.NowUs < _nextUs)
        {
            return;
        }

        _nextUs = clock.NowUs + PeriodUs;
        double seconds = clock.NowSeconds - _lastSeconds;
        _lastSeconds = clock.NowSeconds;
        fluid.Age(seconds);

        for (int i = 0; i < drifts.Count; i++)
        {
            drifts[i].Age(seconds, _lastSeconds / SecondsPerDay, fluid.BodyC);
        }
    }
}
