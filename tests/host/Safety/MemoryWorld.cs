using System;
using System.Collections.Generic;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.SelfTest;
using Haip.HostTests.Core;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>A pump with its memory, in the order of the board's loop: tick, keep, drive.</summary>
internal sealed class MemoryWorld
{
    public const int RateNlPerHour = 83_000;

    private int _eventCount;
    private double _bookedByTestNl;
    private double _movedInTestNl;

    public MemoryWorld(FlakyMemory memory)
    {
        Fram = memory;
        Memory = new PumpMemory(memory, World.Pump);
        Memory.Restore();
        DamagedAtStart = Memory.RecordsDamaged;

        World.Distort = readings =>
        {
            readings.MemoryValid = Memory.Kept;
            readings.RecordsDamaged = Memory.RecordsDamaged;
            readings.FailedBefore = Memory.FailedBefore;
        };
        World.AfterTick = () =>
        {
            Memory.Keep(World.Readings);

            Damaged |= Memory.RecordsDamaged;
        };
    }

    public FlakyMemory Fram { get; }

    public SyntheticPump World { get; } = new();

    public PumpMemory Memory { get; }

    public bool DamagedAtStart { get; }

    /// <summary>A record was found damaged after the start.</summary>
    public bool Damaged { get; private set; }

    public Pump Pump => World.Pump;

    public Totals Totals
    {
        get
        {
            var totals = new Totals();
            Pump.Records.CopyTotals(totals, 0);
            return totals;
        }
    }

    public OrderRecord Order
    {
        get
        {
            var order = new OrderRecord();
            Pump.Records.CopyOrder(order);
            return order;
        }
    }

    /// <summary>What has left the chamber as packets, and what the self-test says that it let out.</summary>
    public double DeliveredNl => _bookedByTestNl + World.DeliveredNl - _movedInTestNl;

    /// <summary>What is in the log of events, oldest first.</summary>
    public IEnumerable<LogEntry> Events => Read(Memory.Log.NextEventNumber, Memory.Log.TryReadEvent);

    public IEnumerable<LogEntry> Faults => Read(Memory.Log.NextFaultNumber, Memory.Log.TryReadFault);

    /// <summary>The pump that wakes on this memory after so long without power.</summary>
    public MemoryWorld After(int gapSeconds)
    {
        var after = new MemoryWorld(new FlakyMemory(Fram.Bytes));
        after.World.UtcSeconds = World.Readings.UtcSeconds + gapSeconds;
        return after;
    }

    /// <summary>A pump with a reservoir, tested and standing by.</summary>
    /// <param name="clock">The wall clock is to be trusted.</param>
    public static MemoryWorld Ready(bool clock = true)
    {
        var world = new MemoryWorld(new FlakyMemory());
        world.World.Distort += readings => readings.ClockValid &= clock;
        world.Pump.Refill(30_000_000, confirmed: true);
        world.PassSelfTest();
        return world;
    }

    /// <summary>A therapy of <see cref="RateNlPerHour"/> that has run for so long.</summary>
    public static MemoryWorld Infusing(double seconds = 120)
    {
        MemoryWorld world = Ready();
        Assert.Equal(Verdict.Accepted, world.Pump.StartTherapy(TherapyOrder.Constant(RateNlPerHour, 336, 8_330), confirmed: true));
        world.World.Run(seconds);
        return world;
    }

    /// <summary>Lets the self-test pass, which takes less than half a minute.</summary>
    public void PassSelfTest()
    {
        Assert.True(World.RunUntil(() => Pump.Status.State != PumpState.SelfTest, 70), Pump.Status.SelfTestStep.ToString());
        Assert.Equal(SelfTestResult.Passed, Pump.Status.SelfTest);
        _bookedByTestNl = Totals.MeteredFl / 1e6;
        _movedInTestNl = World.DeliveredNl;
    }

    /// <summary>Something happens whose number counts up.</summary>
    public void Note() => Pump.Events.Add(EventId.Acknowledged, _eventCount++, 0);

    /// <summary>Everything that a person does, and packets between.</summary>
    public void LiveOneMinute()
    {
        Pump.Refill(30_000_000, confirmed: true);
        PassSelfTest();
        World.Run(8);
        Note();
        Pump.StartTherapy(TherapyOrder.Constant(RateNlPerHour, 336, 8_330), confirmed: true);
        World.Run(20);
        Note();
        Pump.StartTherapy(TherapyOrder.Constant(RateNlPerHour / 2, 24, 8_330), confirmed: true);
        World.Run(12);
        Note();
        Pump.Suspend();
        World.Run(2);
        Pump.Resume();
        World.Run(10);
        Note();
        Pump.EndTherapy();
        World.Run(3);
        Note();
        World.Run(5);
    }

    /// <summary>Nothing is delivered before the self-test has passed, and nothing goes on by itself that was not kept whole.</summary>
    public void AssertHarmless()
    {
        Assert.Equal(PumpState.SelfTest, Pump.Status.State);
        Assert.False(Pump.Status.Delivers);
        Assert.True(Order.HasTherapy || Pump.Records.StateBefore == PumpState.Standby);
    }

    private static IEnumerable<LogEntry> Read(uint end, Func<uint, LogEntry, bool> read)
    {
        for (uint number = 0; number < end; number++)
        {
            var entry = new LogEntry();

            if (read(number, entry))
            {
                yield return entry;
            }
        }
    }
}
