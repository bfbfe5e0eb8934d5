using System;
using System.Collections.Generic;
using System.Text.Json;
using Haip.Core.Delivery;

namespace Haip.VirtualBoard.Simulation;

/// <summary>What a run came to. Property names are the fields of <c>run --json</c>.</summary>
public sealed record RunSummary
{
    private const double UlPerNl = 1e-3;

    private static readonly JsonSerializerOptions s_json = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    public required string Scenario { get; init; }

    public required int Seed { get; init; }

    /// <summary>What people ordered, alarms notwithstanding.</summary>
    public required double OrderedNl { get; init; }

    /// <summary>Hydraulic truth: out of the pump, neither stored behind an occlusion nor lost beside the artery.</summary>
    public required double DeliveredNl { get; init; }

    /// <summary>What the pump believes.</summary>
    public required long MeteredNl { get; init; }

    /// <summary>Truth against order.</summary>
    public required double ErrorPercent { get; init; }

    /// <summary>Window in minutes to lowest and highest error in percent.</summary>
    public required SortedDictionary<int, double[]> TrumpetPercent { get; init; }

    public required double MaxMissedUl { get; init; }

    /// <summary>The most that waited behind an occlusion, to be released at once.</summary>
    public required double MaxReleaseUl { get; init; }

    public required long Packets { get; init; }

    public required string State { get; init; }

    public required double ReservoirMl { get; init; }

    public required List<AlarmRecord> Alarms { get; init; }

    public required List<RunEvent> Events { get; init; }

    public required double SimulatedSeconds { get; init; }

    public required double WallSeconds { get; init; }

    public required double SpeedFactor { get; init; }

    public required long Ticks { get; init; }

    public required long BusTransactions { get; init; }

    public required double AllocatedBytesPerTick { get; init; }

    /// <summary>The run as it stands.</summary>
    /// <param name="allocatedBytes">By the firmware's beats.</param>
    public static RunSummary Of(PumpSimulation simulation, string scenario, int seed, double wallSeconds, long allocatedBytes)
    {
        double orderedNl = simulation.Prescription.OrderedNl;
        double deliveredNl = simulation.Rig.Fluid.DeliveredNl;
        double simulatedSeconds = simulation.Rig.Clock.NowSeconds;
        DeliveryStatus status = simulation.Pump.Status;
        RunRecorder recorder = simulation.Recorder;

        return new RunSummary
        {
            Scenario = scenario,
            Seed = seed,
            OrderedNl = Math.Round(orderedNl, 1),
            DeliveredNl = Math.Round(deliveredNl, 1),
            MeteredNl = status.MeteredNl,
            ErrorPercent = orderedNl == 0 ? 0 : Math.Round(100 * (deliveredNl - orderedNl) / orderedNl, 4),
            TrumpetPercent = recorder.Trumpet.ErrorPercent(),
            MaxMissedUl = Math.Round(recorder.MaxMissedNl * UlPerNl, 3),
            MaxReleaseUl = Math.Round(recorder.MaxStoredNl * UlPerNl, 3),
            Packets = status.PacketCount,
            State = status.State.ToString(),
            ReservoirMl = status.ReservoirNl * 1e-6,
            Alarms = recorder.Alarms(),
            Events = recorder.Events,
            SimulatedSeconds = simulatedSeconds,
            WallSeconds = Math.Round(wallSeconds, 3),
            SpeedFactor = wallSeconds == 0 ? 0 : Math.Round(simulatedSeconds / wallSeconds),
            Ticks = recorder.TickCount,
            BusTransactions = simulation.Rig.Dose.TransactionCount + simulation.Rig.House.TransactionCount,
            AllocatedBytesPerTick = recorder.TickCount == 0 ? 0 : Math.Round((double)allocatedBytes / recorder.TickCount, 3),
        };
    }

    public string ToJson() => JsonSerializer.Serialize(this, s_json);
}
