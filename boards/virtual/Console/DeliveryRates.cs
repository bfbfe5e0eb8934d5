using System;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.LiveConsole;

/// <summary>Ordered, metered and delivered flow in mL/day: now, and over the last quarter of an hour.</summary>
/// <remarks>What the patient gets has no "now": each heartbeat moves more than a packet in and out of the catheter.</remarks>
internal sealed class DeliveryRates
{
    private const int WindowMinutes = 15;
    private const int MeanPackets = 4;
    private const double SampleSeconds = 10;
    private const int SampleCount = (int)(WindowMinutes * 60 / SampleSeconds);
    private const double MlPerDayPerNlPerSecond = 0.0864;

    private readonly (double Seconds, double OrderedNl, double MeteredNl, double DeliveredNl)[] _samples =
        new (double, double, double, double)[SampleCount];

    // The last packets, each at its number; 0 stands for what was before the first.
    private readonly (double Seconds, long MeteredNl)[] _packets = new (double, long)[MeanPackets + 1];

    private double _nextSampleSeconds;
    private int _sampled;
    private double _beforeSeconds;
    private double _beforeOrderedNl;
    private int _packetCount;

    public double OrderedNow { get; private set; }

    /// <summary>The last few packets over their time: one alone is larger or smaller than what is due.</summary>
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
        _packetCount = 0;
        _packets[0] = default;
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

    // A packet is known by its volume: the pump books it one tick after it has counted it.
    private void TakePacket(double now, PumpSimulation simulation)
    {
        long meteredNl = simulation.Pump.Status.MeteredNl;
        (double lastSeconds, long lastNl) = _packets[_packetCount % _packets.Length];

        if (meteredNl == lastNl)
        {
            // None where one was due.
            MeteredNow = now - lastSeconds > 2 * PacketSpacingSeconds ? 0 : MeteredNow;
            return;
        }

        _packetCount++;
        _packets[_packetCount % _packets.Length] = (now, meteredNl);

        if (_packetCount > 1)
        {
            (double firstSeconds, long firstNl) = _packets[Math.Max(1, _packetCount - MeanPackets) % _packets.Length];
            PacketSpacingSeconds = now - lastSeconds;
            MeteredNow = PerDay(meteredNl - firstNl, now - firstSeconds);
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
