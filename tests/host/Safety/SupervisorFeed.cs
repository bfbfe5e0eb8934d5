using System;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Safety;
using Haip.Core.Supervision;

namespace Haip.HostTests.Safety;

/// <summary>A supervisor with a script in place of pump and controller: fills and emptyings of any size at any time.</summary>
internal sealed class SupervisorFeed
{
    private const int StepMs = 50;
    private const int FillMs = 1_000;
    private const int SealedMs = 950;
    private const int EmptyMs = 3_700;

    public SupervisorFeed()
    {
        Supervisor = new Supervisor(Board);
    }

    public BoardProfile Board { get; } = new();

    public Supervisor Supervisor { get; }

    public Outputs Outputs { get; } = new();

    public Readings Readings { get; } = new() { FlowValid = true, ChamberValid = true, ChamberPa = 12_400, CatheterValid = true, CatheterPa = 12_400, ClockValid = true, UtcSeconds = 1_767_225_600 };

    /// <summary>What the sensor shows when nothing flows.</summary>
    public int OffsetNlPerHour { get; set; }

    /// <summary>The wall clock's rate against monotonic time.</summary>
    public double WallRate { get; set; } = 1;

    /// <summary>What the script commands. The supervisor may take it away.</summary>
    public bool Inlet { get; set; }

    public bool Outlet { get; set; }

    public bool PumpRun { get; set; }

    public SupervisorFinding Finding => Supervisor.Finding;

    /// <summary>A therapy of one rate.</summary>
    public static SupervisorFeed Infusing(int rateNlPerHour, int hours = 336)
    {
        var feed = new SupervisorFeed();
        feed.Rest(10);
        feed.Allow(rateNlPerHour, hours);
        return feed;
    }

    public void Allow(int rateNlPerHour, int hours = 336) =>
        Supervisor.AllowTherapy(TherapyOrder.Constant(rateNlPerHour, hours, 8_330), hours * 3_600_000L, 0, Readings.NowMs);

    public void Tick(int afterMs, double flowNlPerHour = 0)
    {
        long wholeBefore = (long)(Readings.NowMs * WallRate / 1_000);
        Readings.NowMs += afterMs;
        Readings.UtcSeconds += (long)(Readings.NowMs * WallRate / 1_000) - wholeBefore;
        Readings.FlowNlPerHour = (int)Math.Round(flowNlPerHour) + OffsetNlPerHour;
        Outputs.InletOpen = Inlet;
        Outputs.OutletOpen = Outlet;
        Outputs.PumpRun = PumpRun;
        Outputs.KickWatchdog = true;
        Supervisor.Judge(Readings, Outputs);
    }

    public void Rest(double seconds, int tickMs = 100, double flowNlPerHour = 0)
    {
        for (double leftMs = seconds * 1_000; leftMs > 0.5; leftMs -= tickMs)
        {
            Tick(tickMs, flowNlPerHour);
        }
    }

    /// <summary>A fill through V1, and its closing.</summary>
    public void Fill(double volumeNl)
    {
        PumpRun = Inlet = true;
        Tick(StepMs);
        double flowNlPerHour = volumeNl * 3_600_000 / FillMs;
        int risePa = (int)(volumeNl * 1_000_000 / Board.ChamberFlPerPa);

        for (int ms = 0; ms < FillMs; ms += StepMs)
        {
            Inlet = ms < FillMs - StepMs;
            Tick(StepMs, flowNlPerHour);
        }

        Readings.ChamberPa += risePa;

        for (int ms = 0; ms < SealedMs; ms += StepMs)
        {
            PumpRun = ms < SealedMs - 250;
            Tick(StepMs);
        }
    }

    /// <summary>The chamber empties through V2.</summary>
    public void Empty(bool falls = true, double openSeconds = EmptyMs * 1e-3)
    {
        Outlet = true;
        Rest(openSeconds);
        Outlet = false;
        Readings.ChamberPa = falls ? Readings.CatheterPa : Readings.ChamberPa;
        Rest(SealedMs * 1e-3, StepMs);
    }

    /// <summary>Packets at even times that make up a rate.</summary>
    public void Deliver(double rateNlPerHour, double packetNl, double seconds)
    {
        double everyMs = packetNl * 3_600_000 / rateNlPerHour;
        long startMs = Readings.NowMs;

        for (int i = 1; Readings.NowMs - startMs < seconds * 1_000 && Finding == SupervisorFinding.None; i++)
        {
            Rest(Math.Max(0, startMs + (i * everyMs) - 7_000 - Readings.NowMs) * 1e-3);
            Fill(packetNl);
            Empty();
        }
    }
}
