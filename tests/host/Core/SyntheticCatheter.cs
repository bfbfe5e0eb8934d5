using System;
using Haip.Core;
using Haip.Core.Delivery;

namespace Haip.HostTests.Core;

/// <summary>The pressure behind the restrictor as an artery, a pulse, two slow waves and a packet now and then make it, and the ticks in which it is read.</summary>
internal sealed class SyntheticCatheter
{
    public const int MeanPa = 12_400;
    public const double PacketSeconds = 13.3;

    private const double EmptySeconds = 4.4;
    private const double FlightSeconds = 7;

    private readonly Random _random = new(7);
    private double _phase;
    private double _beatPace = 1;
    private double _beatHeight = 1;

    public double Mean { get; set; } = MeanPa;

    /// <summary>Peak to peak.</summary>
    public double PulsePa { get; set; } = 5_000;

    public double HeartHz { get; set; } = 1.2;

    /// <summary>Spread of the beats' lengths and heights, as a fraction.</summary>
    public double Irregularity { get; set; }

    /// <summary>Peak to peak, with a whole number of waves from packet to packet: the worst case, which no average over packets removes.</summary>
    public double BreathPa { get; set; }

    public double BreathPhase { get; set; }

    public double MayerPa { get; set; }

    /// <summary>How high a packet stands above the artery when V2 opens.</summary>
    public double RisePa { get; set; }

    public double DecaySeconds { get; set; } = 1;

    public Readings Readings { get; } = new() { CatheterValid = true, ChamberValid = true };

    public DeliveryStatus Status { get; } = new() { PulseKnown = true, PulsePa = 1_700, CatheterMeanPa = MeanPa, DeliveredNl = 200 };

    public bool Open => Status.Phase == PacketPhase.Empty;

    /// <summary>So many packets; each is seen by every tick of rest and flight.</summary>
    public void Run(int packets, Action tick)
    {
        for (int packet = 0; packet < packets; packet++)
        {
            for (double seconds = 0; seconds < PacketSeconds;)
            {
                int stepMs = seconds < FlightSeconds ? 50 : 100;
                seconds += stepMs / 1000.0;
                Readings.NowMs += stepMs;
                double sinceOpen = seconds - 2.4;
                Status.Phase = sinceOpen is >= 0 and < EmptySeconds ? PacketPhase.Empty : PacketPhase.Rest;
                Readings.CatheterPa = (int)Math.Round(Pressure(seconds, stepMs / 1000.0) + (Open ? RisePa * Math.Exp(-sinceOpen / DecaySeconds) : 0));
                tick();
            }
        }
    }

    private double Pressure(double sincePacket, double step)
    {
        _phase += HeartHz * _beatPace * step;

        if (_phase >= 1)
        {
            _phase -= 1;
            double longer = Irregularity * ((2 * _random.NextDouble()) - 1);
            _beatPace = 1 / (1 + longer);
            _beatHeight = 1 + longer;
        }

        double x = 2 * Math.PI * _phase;
        double turn = 2 * Math.PI * sincePacket / PacketSeconds;
        return Mean + (PulsePa * 0.5 * _beatHeight * (Math.Sin(x) + (0.35 * Math.Sin((2 * x) + 0.6)))) + (BreathPa / 2 * Math.Sin((3 * turn) + BreathPhase))
            + (MayerPa / 2 * Math.Sin(turn + BreathPhase)) + _random.Next(-15, 16);
    }
}
