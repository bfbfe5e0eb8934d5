using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>Ordered, metered and delivered flow in mL/day: now, and over the last quarter of an hour.</summary>
/// <remarks>What the patient gets has no "now": each heartbeat moves more than a packet in and out of the catheter.</remarks>
internal sealed class DeliveryRates
{
    private const int WindowMinutes = 15;
    private const double SampleSeconds = 10;
    private const int SampleCount = (int)(WindowMinutes * 60 / SampleSeconds);
    private const double MlPerDayPerNlPerSecond = 0.0864;

    private readonly (double Seconds, double OrderedNl, double MeteredNl, double DeliveredNl)[] _samples =
        new (double, double, double, double)[SampleCount];

    private double _nextSampleSeconds;
    private int _sampled;
    private double _beforeSeconds;
    private double _beforeOrderedNl;
    private long _packets;
    private double _packetSeconds;
    private double _packetMeteredNl;

    public double OrderedNow { get; private set; }

    /// <summary>The last packet over the time that it took to become due: the finest that a pump of packets can say.</summary>
    public double MeteredNow { get; private set; }

    /// <summary>Between the last two packets; NaN before there were two.</summary>
    public double PacketSpacingSeconds { get; private set; } = double.NaN;

    /// <summary>How much of the window has been seen.</summary>
    public double WindowSeconds { get; private set; }

    public double OrderedMean { get; private set; }

    public double MeteredMean { get; private set; }

    public double DeliveredMean { get; private set; }

    /// <summary>The pump counts from the beginning again.</summary>
    public void Restart()
    {
        _sampled = 0;
        _packets = 0;
        _packetSeconds = 0;
        MeteredNow = 0;
        WindowSeconds = 0;
        PacketSpacingSeconds = double.NaN;
    }

    /// <summary>After every tick.</summary>
    public void Take(PumpSimulation simulation)
    {
        double now = simulation.Rig.Clock.NowSeconds;
        double orderedNl = simulation.Prescription.OrderedNl;
        OrderedNow = PerDay(orderedNl - _beforeOrderedNl, now - _beforeSeconds);
        _beforeOrderedNl = orderedNl;
        _beforeSeconds = now;

        TakePacket(now, simulation);

        if (now >= _nextSampleSeconds)
        {
            _nextSampleSeconds = now + SampleSeconds;
            TakeSample(now, simulation);
        }
    }

    private void TakePacket(double now, PumpSimulation simulation)
    {
        long packets = simulation.Pump.Status.PacketCount;
        double meteredNl = simulation.Pump.Status.MeteredNl;
        double seconds = now - _packetSeconds;

        if (packets != _packets)
        {
            if (_packets > 0)
            {
                PacketSpacingSeconds = seconds;
                MeteredNow = PerDay(meteredNl - _packetMeteredNl, seconds);
            }

            _packets = packets;
            _packetSeconds = now;
            _packetMeteredNl = meteredNl;
        }
        else if (seconds > 2 * PacketSpacingSeconds)
        {
            // None where one was due: what flows now is at most what has been booked in all this time.
            MeteredNow = PerDay(meteredNl - _packetMeteredNl, seconds);
        }
    }

    private void TakeSample(double now, PumpSimulation simulation)
    {
        (double, double, double, double) sample =
            (now, simulation.Prescription.OrderedNl, simulation.Pump.Status.MeteredNl, simulation.Rig.Fluid.DeliveredNl);

        if (_sampled > 0)
        {
            (double seconds, double orderedNl, double meteredNl, double deliveredNl) = _samples[_sampled < SampleCount ? 0 : _sampled % SampleCount];
            WindowSeconds = now - seconds;
            OrderedMean = PerDay(sample.Item2 - orderedNl, WindowSeconds);
            MeteredMean = PerDay(sample.Item3 - meteredNl, WindowSeconds);
            DeliveredMean = PerDay(sample.Item4 - deliveredNl, WindowSeconds);
        }

        _samples[_sampled % SampleCount] = sample;
        _sampled++;
    }

    private static double PerDay(double volumeNl, double seconds) => seconds > 0 ? volumeNl / seconds * MlPerDayPerNlPerSecond : 0;
}
