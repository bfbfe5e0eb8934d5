using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Safety;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>What the pump itself writes into its log, read back after a loss of power.</summary>
[Trait("Category", "Safety")]
public class LoggedEventsTests
{
    private const long StartUtcMs = 1_767_225_600_000;

    [Fact]
    [Trait("Requirement", "SR-509")]
    public void Orders_states_and_what_people_did_are_logged_with_their_time()
    {
        var world = new MemoryWorld(new FlakyMemory());
        world.Pump.Refill(30_000_000, 5_000_000, confirmed: true);
        world.PassSelfTest();
        world.Pump.StartBolus(new BolusOrder { Kind = BolusKind.Flush, VolumeNl = 1_000_000_000, RateNlPerHour = 500_000 }, confirmed: true);
        world.Pump.StartTherapy(TherapyOrder.Constant(50_000, 48, 8_330), confirmed: true);
        world.World.Run(10);
        world.Pump.StartBolus(new BolusOrder { Kind = BolusKind.Flush, VolumeNl = 50_000, RateNlPerHour = 400_000 }, confirmed: true);
        world.World.Run(10);
        world.Pump.Suspend();
        world.World.Run(10);
        world.Pump.PauseAudio();
        world.Pump.Acknowledge();
        world.Pump.Resume();
        world.World.Run(10);
        world.Pump.EndTherapy();
        world.World.Run(2);

        LogEntry[] events = [.. new MemoryWorld(new FlakyMemory(world.Fram.Bytes)).Events];

        Assert.Equal(
            [
                (EventId.Started, 0, 0),
                (EventId.Refilled, 30_000_000, 5_000_000),
                (EventId.SelfTested, 0, 0),
                (EventId.StateChanged, (int)PumpState.SelfTest, (int)PumpState.Standby),
                (EventId.Resumed, (int)ResumeVerdict.NothingOrdered, -1),
                (EventId.OrderRefused, (int)Verdict.AboveHardLimit, (int)OrderField.FlushVolume),
                (EventId.TherapyOrdered, 50_000, 48),
                (EventId.StateChanged, (int)PumpState.Standby, (int)PumpState.Infusing),
                (EventId.BolusOrdered, 50_000, 400_000),
                (EventId.StateChanged, (int)PumpState.Infusing, (int)PumpState.Suspended),
                (EventId.AudioPaused, 0, 0),
                (EventId.Acknowledged, 0, 0),
                (EventId.StateChanged, (int)PumpState.Suspended, (int)PumpState.Infusing),
                (EventId.StateChanged, (int)PumpState.Infusing, (int)PumpState.Standby),
            ],
            events.Select(entry => (entry.Id, entry.First, entry.Second)));

        // The two orders are 10 s apart, and so are their entries.
        long orderedAtMs = events.Single(entry => entry.Id == EventId.TherapyOrdered).AtMs;
        Assert.All(events, entry => Assert.True(entry.ClockKnown));
        Assert.InRange(orderedAtMs - StartUtcMs, 15_000, 40_000);
        Assert.InRange(events.Single(entry => entry.Id == EventId.BolusOrdered).AtMs - orderedAtMs, 9_000, 11_000);
    }

    [Fact]
    [Trait("Requirement", "SR-509")]
    public void Alarms_are_logged_as_faults_when_they_come_and_when_they_go()
    {
        var world = new MemoryWorld(new FlakyMemory());
        world.Pump.Refill(30_000_000, confirmed: true);
        world.PassSelfTest();
        world.Pump.StartTherapy(TherapyOrder.Constant(50_000, 48, 8_330), confirmed: true);
        world.World.Run(30);
        bool air = true;
        world.World.Distort += readings => readings.AirInLine = air;
        world.World.Run(10);
        air = false;
        world.World.Run(10);
        world.Pump.Acknowledge();
        world.World.Run(10);

        LogEntry[] faults = [.. new MemoryWorld(new FlakyMemory(world.Fram.Bytes)).Faults];

        Assert.Equal(
            [(EventId.AlarmRaised, (int)AlarmId.AirInLine), (EventId.AlarmCleared, (int)AlarmId.AirInLine)],
            faults.Select(fault => (fault.Id, fault.First)));
        Assert.InRange(faults[1].AtMs - faults[0].AtMs, 19_000, 21_000);
    }

    [Fact]
    [Trait("Requirement", "SR-506")]
    public void After_a_reset_with_nothing_ordered_the_log_says_from_when_to_when_too()
    {
        var before = new MemoryWorld(new FlakyMemory());
        before.PassSelfTest();
        before.World.Run(300);

        MemoryWorld after = before.After(7_200);
        after.PassSelfTest();
        after.World.Run(2);

        LogEntry told = after.Events.Last(entry => entry.Id == EventId.Resumed);
        Assert.Equal((int)ResumeVerdict.NothingOrdered, told.First);
        long downAtMs = told.AtMs - (told.Second * 1_000L);
        Assert.InRange(downAtMs, (before.World.Readings.UtcSeconds - 61) * 1_000, (before.World.Readings.UtcSeconds + 1) * 1_000);
    }

    [Fact]
    [Trait("Requirement", "SR-506")]
    public void After_a_reset_the_log_says_why_and_from_when_to_when()
    {
        var before = new MemoryWorld(new FlakyMemory());
        before.Pump.Refill(30_000_000, confirmed: true);
        before.PassSelfTest();
        before.Pump.StartTherapy(TherapyOrder.Constant(50_000, 48, 8_330), confirmed: true);
        before.World.Run(300);
        Assert.True(before.Memory.Stops.TrySave(StopReason.Beat, before.World.NowMs));

        MemoryWorld after = before.After(90);
        after.PassSelfTest();
        after.World.Run(2);

        LogEntry started = after.Events.Last(entry => entry.Id == EventId.Started);
        LogEntry resumed = after.Events.Last(entry => entry.Id == EventId.Resumed);
        Assert.Equal(((int)StopReason.Beat, (int)(before.World.NowMs / 1_000)), (started.First, started.Second));
        Assert.Equal((int)ResumeVerdict.GoesOn, resumed.First);

        // It ended when it was alive last, known to the minute, and was back when the self-test had passed.
        long downAtMs = resumed.AtMs - (resumed.Second * 1_000L);
        Assert.InRange(downAtMs, (before.World.Readings.UtcSeconds - 61) * 1_000, (before.World.Readings.UtcSeconds + 1) * 1_000);
        Assert.InRange(started.AtMs, after.World.UtcSeconds * 1_000, (after.World.UtcSeconds + 1) * 1_000);
        Assert.Contains(after.Faults, fault => fault.Id == EventId.AlarmRaised && fault.First == (int)AlarmId.FailedBefore);
    }
}
