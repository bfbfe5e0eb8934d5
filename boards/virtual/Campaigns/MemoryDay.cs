using System;
using System.Collections.Generic;
using Haip.Core.Delivery;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Campaigns;

/// <summary>A day with orders, boluses, halts and alarms, and every write to the memory in it.</summary>
internal sealed class MemoryDay
{
    private const string Course = """
        {
          "name": "power loss", "days": 1,
          "steps": [
            { "atSeconds": 120, "do": "startBolus", "volumeMl": 0.05, "rateMlPerDay": 12 },
            { "atMinutes": 15, "do": "startTherapy", "rateMlPerDay": 1.3, "days": 14 },
            { "atHours": 2, "do": "startBolus", "volumeMl": 0.1, "rateMlPerDay": 12 },
            { "atHours": 4, "do": "suspend" },
            { "atMinutes": 250, "do": "resume" },
            { "atHours": 6, "do": "occlude", "factor": 1e6 },
            { "atMinutes": 375, "do": "occlude", "factor": 1 },
            { "atMinutes": 376, "do": "acknowledge" },
            { "atMinutes": 377, "do": "resume" },
            { "atHours": 8, "do": "unplug", "part": "flow" },
            { "atMinutes": 490, "do": "plug", "part": "flow" },
            { "atMinutes": 500, "do": "acknowledge" },
            { "atMinutes": 501, "do": "resume" },
            { "atHours": 10, "do": "airInLine" },
            { "atMinutes": 601, "do": "airGone" },
            { "atMinutes": 610, "do": "acknowledge" },
            { "atMinutes": 611, "do": "resume" },
            { "atHours": 12, "do": "refill", "volumeMl": 28 },
            { "atHours": 14, "do": "startTherapy", "rateMlPerDay": 0.8, "days": 7 },
            { "atHours": 16, "do": "battery", "percent": 10 },
            { "atHours": 17, "do": "battery", "percent": 80 },
            { "atHours": 20, "do": "endTherapy" },
            { "atHours": 21, "do": "startTherapy", "rateMlPerDay": 2, "days": 14 }
          ]
        }
        """;

    private readonly List<MemoryWrite> _writes = [];
    private readonly List<long> _bookedNl = [];

    /// <summary>Lives through the day.</summary>
    /// <param name="days">Less than 1 ends it early.</param>
    public static MemoryDay Record(int seed, double days)
    {
        var day = new MemoryDay();
        var simulation = new PumpSimulation(new PlantParameters(), ScenarioFile.Parse("power loss", Course), seed);
        simulation.Rig.Memory.Contents.CopyTo(day.Before);
        simulation.Rig.Memory.Tap = (address, data) => day.Take(simulation, address, data);
        simulation.RunTo(days * 86_400);
        day.Book(simulation);
        return day;
    }

    /// <summary>The memory before the first write.</summary>
    public byte[] Before { get; } = new byte[32_768];

    public IReadOnlyList<MemoryWrite> Writes => _writes;

    /// <summary>What the pump's books said after each number of packets.</summary>
    public IReadOnlyList<long> BookedNl => _bookedNl;

    private void Take(PumpSimulation simulation, int address, ReadOnlySpan<byte> data)
    {
        Book(simulation);
        DeliveryStatus status = simulation.Pump.Status;
        bool onItsWay = simulation.Rig.Fluid.Outlet.Opening > 0 || status.Phase is PacketPhase.CloseOutlet or PacketPhase.SettleEmpty;
        _writes.Add(new MemoryWrite(simulation.Rig.Clock.NowMs, address, data.ToArray(), (int)status.PacketCount + (onItsWay ? 1 : 0)));
    }

    private void Book(PumpSimulation simulation)
    {
        while (_bookedNl.Count <= simulation.Pump.Status.PacketCount)
        {
            _bookedNl.Add(simulation.Pump.Status.MeteredNl);
        }
    }
}
