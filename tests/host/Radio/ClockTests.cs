using System.Collections.Generic;
using Haip.Core.Delivery;
using Haip.Core.Protocol;
using Haip.Core.Safety;
using Haip.HostTests.Safety;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>The wall clock is set over the air while a pump delivers.</summary>
[Trait("Category", "Radio")]
[Trait("Requirement", "SR-235")]
[Trait("Requirement", "SR-309")]
public class ClockTests
{
    private const long SecondsPerDay = 86_400;
    private const long NowUtcSeconds = 1_800_000_000;

    [Theory]
    [InlineData(-SecondsPerDay)]
    [InlineData(SecondsPerDay / 2)]
    [InlineData(365 * SecondsPerDay)]
    public void A_clock_that_is_set_changes_no_dose_and_alarms_nobody(long bySeconds)
    {
        SimulatedPump pump = SimulatedPump.Infusing(300);
        SimulatedPump other = SimulatedPump.Infusing(300);
        Set(pump, NowUtcSeconds);
        Run(pump, 600);
        AlignTo(other, pump);

        pump.Simulation.Person.StartBolus(0.1, 12);
        other.Simulation.Person.StartBolus(0.1, 12);
        Run(pump, 60);
        Set(pump, NowUtcSeconds + 660 + bySeconds);
        Assert.Equal(AlarmPriority.None, pump.Simulation.Pump.Alarms.Highest);
        Run(pump, 2 * 3_600);
        AlignTo(other, pump);

        Assert.InRange(pump.Simulation.Loop.Readings.UtcSeconds - NowUtcSeconds - bySeconds, 7_850, 7_900);
        Assert.Equal(PumpState.Infusing, pump.Status.State);
        Assert.Equal((other.Status.OrderedNl, other.Status.PacketCount), (pump.Status.OrderedNl, pump.Status.PacketCount));
        Assert.InRange(pump.Status.MeteredNl - other.Status.MeteredNl, -200, 200); // no packet more or less
    }

    [Fact]
    public void A_clock_may_be_set_again_and_again()
    {
        SimulatedPump pump = SimulatedPump.Infusing(300);

        for (int i = 0; i < 10; i++)
        {
            Set(pump, NowUtcSeconds + (i * 7_200));
            Run(pump, 100 + i);
        }
    }

    [Fact]
    public void A_clock_that_nobody_sets_and_that_jumps_is_still_told()
    {
        SimulatedPump pump = SimulatedPump.Infusing(300);
        Set(pump, NowUtcSeconds);
        Run(pump, 60);
        Assert.True(new Haip.Drivers.Ds3231Clock(pump.Simulation.Rig.House).TrySet(NowUtcSeconds + 7_200));
        pump.Run(60);

        Assert.True(pump.Simulation.Pump.Alarms.IsRaised(AlarmId.ClockLost));
        Assert.Equal(PumpState.Infusing, pump.Status.State);
    }

    [Fact]
    public void A_therapy_that_woke_without_a_clock_finds_its_place_in_the_profile_when_one_is_set_and_so_does_the_second_opinion()
    {
        RadioWorld before = RadioWorld.WithDrug();
        before.Done(Opcode.StageTherapy, Payloads.Profile(336, 8_330, (0, 30_000), (720, 80_000)));
        before.Run(60);

        var world = new RadioWorld(new FlakyMemory(before.Memory.Fram.Bytes), seed: 2, installed: false);
        bool known = false;
        world.Memory.World.Distort += readings => readings.ClockValid &= known;
        world.Memory.PassSelfTest();
        Assert.Equal(PumpState.Suspended, world.Status.State); // nobody knows for how long it was dark
        world.Memory.World.UtcSeconds += 13 * 3_600;
        known = true;
        world.Pair();
        world.Client.Open();
        Assert.Equal(AnswerCode.Done, world.Client.Ask(Opcode.Resume).Code);
        world.Run(2 * 3_600);

        Assert.Equal((PumpState.Infusing, 80_000), (world.Status.State, world.Status.BasalNlPerHour));
        Assert.Equal(SupervisorFinding.None, world.Status.Supervision);
        Assert.False(world.Status.UnderInfusion || world.Status.UnderInfusionByFlow || world.Status.OverInfusion);
    }

    [Fact]
    public void Without_a_clock_the_second_opinion_allows_the_lowest_rate_of_a_profile()
    {
        RadioWorld before = RadioWorld.WithDrug();
        before.Done(Opcode.StageTherapy, Payloads.Profile(336, 8_330, (0, 80_000), (720, 30_000)));
        before.Run(60);

        var world = new RadioWorld(new FlakyMemory(before.Memory.Fram.Bytes), seed: 2, installed: false);
        world.Memory.World.Distort += readings => readings.ClockValid = false;
        world.Memory.PassSelfTest();
        world.Pump.Resume();
        world.Run(2 * 3_600);

        Assert.Equal((PumpState.Infusing, 30_000), (world.Status.State, world.Status.BasalNlPerHour));
        Assert.Equal(SupervisorFinding.None, world.Status.Supervision);
        Assert.False(world.Status.UnderInfusion || world.Status.UnderInfusionByFlow);
    }

    private static void Set(SimulatedPump pump, long utcSeconds)
    {
        pump.Client.Open();
        Answer echo = pump.Client.Ask(Opcode.StageClock, Payloads.I32((int)utcSeconds));
        Assert.Equal(AnswerCode.Staged, echo.Code);
        Assert.Equal(AnswerCode.Done, pump.Client.Commit(echo.Tag).Code);
    }

    // Nothing is raised at any moment.
    private static void Run(SimulatedPump pump, double seconds)
    {
        var raised = new HashSet<string>();
        double endSeconds = pump.Simulation.Rig.Clock.NowSeconds + seconds;

        while (pump.Simulation.Rig.Clock.NowSeconds < endSeconds)
        {
            pump.Simulation.Tick();

            if (pump.Simulation.Pump.Alarms.IsRaised(AlarmId.ClockLost) || pump.Status.Supervision != SupervisorFinding.None)
            {
                raised.Add($"{pump.Simulation.Rig.Clock.NowSeconds:F0} s: {pump.Status.Supervision}");
            }
        }

        Assert.Empty(raised);
    }

    private static void AlignTo(SimulatedPump other, SimulatedPump pump) => other.Simulation.RunTo(pump.Simulation.Rig.Clock.NowSeconds);
}
