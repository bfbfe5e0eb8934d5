using System;
using System.Collections.Generic;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.VirtualBoard.Files;
using Haip.VirtualBoard.Hydraulics;
using Haip.VirtualBoard.Simulation;

namespace Haip.VirtualBoard.Campaigns.PowerLoss;

/// <summary>A day with orders, boluses, halts, alarms and a loss of power, and every write to the memory in it.</summary>
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
            { "atHours": 18, "do": "powerOff" },
            { "atMinutes": 1085, "do": "powerOn" },
            { "atHours": 20, "do": "endTherapy" },
            { "atHours": 21, "do": "startTherapy", "rateMlPerDay": 2, "days": 14 }
          ]
        }
        """;

    // Long in use: both rings have gone round, and go round again during the day.
    private const int EventsBefore = (3 * MemoryMap.EventCount) - 20;
    private const int FaultsBefore = (2 * MemoryMap.FaultCount) - 10;

    private const int TotalsFollowMs = 200; // the totals quote a new order in the next beat

    private readonly List<MemoryWrite> _writes = [];
    private readonly Totals _totals = new();
    private readonly OrderRecord _order = new();
    private int _therapyNlPerHour;
    private int _therapyBeforeNlPerHour;
    private long _orderingUntilMs;

    /// <summary>Lives through the day, in a pump that has been in use for long.</summary>
    /// <param name="days">Less than 1 ends it early.</param>
    public static MemoryDay Record(int seed, double days)
    {
        var day = new MemoryDay();
        var simulation = new PumpSimulation(new PlantParameters(), ScenarioFile.Parse("power loss", Course), seed);
        Age(day.Before);
        day.Before.CopyTo(simulation.Rig.Memory.Contents);
        simulation.Rig.Memory.Tap = (address, data) => day.Take(simulation, address, data);
        simulation.SetPower(false);
        simulation.SetPower(true);
        simulation.Person.Refill(simulation.Plant.ReservoirFillMl);
        simulation.RunTo(days * 86_400);
        return day;
    }

    /// <summary>The memory before the first write.</summary>
    public byte[] Before { get; } = new byte[32_768];

    public IReadOnlyList<MemoryWrite> Writes => _writes;

    public PacketBooks Books { get; } = new();

    private static void Age(byte[] contents)
    {
        var log = new EventLog(new MemoryImage(contents));
        var pending = new PendingEvents();
        var time = new LogTime();
        log.TryOpen();

        for (int i = 0; i < EventsBefore; i++)
        {
            pending.Add(EventId.HourPassed, i, -i);

            if (i < FaultsBefore)
            {
                pending.Add(EventId.AlarmRaised, i & short.MaxValue, 0);
            }

            log.TryKeep(pending, time, EventLog.PerBeatCount);
        }
    }

    private void Take(PumpSimulation simulation, int address, ReadOnlySpan<byte> data)
    {
        if (data.Length == 0)
        {
            return; // the address of a read
        }

        simulation.Pump.Records.CopyTotals(_totals, 0);
        simulation.Pump.Records.CopyOrder(_order);
        Books.Follow(_totals);

        FollowOrder(simulation.Rig.Clock.NowMs, address);

        PacketPhase phase = simulation.Pump.Status.Phase;
        bool onItsWay = simulation.Rig.Fluid.Outlet.Opening > 0 || phase is PacketPhase.CloseOutlet or PacketPhase.SettleEmpty;
        _writes.Add(new MemoryWrite(
            simulation.Rig.Clock.NowMs, address, data.ToArray(), Books.Booked + (onItsWay ? 1 : 0), Books.Announced,
            _therapyNlPerHour, _therapyBeforeNlPerHour, simulation.Rig.Clock.NowMs <= _orderingUntilMs));
    }

    private void FollowOrder(long nowMs, int address)
    {
        int therapyNlPerHour = _order.HasTherapy ? _order.Therapy.RateNlPerHour[0] : 0;

        if (therapyNlPerHour != _therapyNlPerHour)
        {
            _therapyBeforeNlPerHour = _therapyNlPerHour;
            _therapyNlPerHour = therapyNlPerHour;
        }

        if (address is >= MemoryMap.OrderAddress and < MemoryMap.CalibrationAddress)
        {
            _orderingUntilMs = nowMs + TotalsFollowMs;
        }
    }
}
