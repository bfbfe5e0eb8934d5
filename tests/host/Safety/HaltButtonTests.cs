using System;
using Haip.Core;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Safety;
using Haip.HostTests.Core;
using Xunit;

namespace Haip.HostTests.Safety;

/// <summary>Anybody with a hand on the pump can halt it, and nobody does by leaning on it for a moment.</summary>
[Trait("Category", "Safety")]
[Trait("Requirement", "SR-612")]
public class HaltButtonTests
{
    private const int RateNlPerHour = 54_000;

    [Theory]
    [InlineData(PumpState.Infusing)]
    [InlineData(PumpState.Bolus)]
    [InlineData(PumpState.Patency)]
    public void A_button_held_for_five_seconds_halts_whatever_delivers(PumpState state)
    {
        SyntheticPump world = SyntheticPump.In(state);

        Hold(world, 5.1);
        world.Run(60); // the packet in flight
        double deliveredNl = world.DeliveredNl;
        world.Run(3_600);

        Assert.Equal(PumpState.Suspended, world.Status.State);
        Assert.Equal(deliveredNl, world.DeliveredNl);
    }

    [Theory]
    [InlineData(PumpState.Standby)]
    [InlineData(PumpState.Infusing)]
    public void A_shorter_press_halts_nothing_and_presses_do_not_add_up(PumpState state)
    {
        SyntheticPump world = SyntheticPump.In(state);

        for (int i = 0; i < 10; i++)
        {
            Hold(world, 4.8);
        }

        Assert.Equal(state, world.Status.State);
        Assert.Equal(0, Told(world));
    }

    [Fact]
    [Trait("Requirement", "SR-509")]
    public void A_halt_is_answered_by_a_second_of_sound_and_logged()
    {
        SyntheticPump world = SyntheticPump.In(PumpState.Infusing);
        Assert.Equal(AlarmPriority.None, world.Outputs.Sounding);

        world.Distort = readings => readings.ButtonDown = true;
        Assert.True(world.RunUntil(() => world.Outputs.Sounding == AlarmPriority.Medium, seconds: 5.2));
        Assert.Equal((PumpState.Suspended, AlarmPriority.None), (world.Status.State, world.Outputs.Shown));
        world.Run(1.1);

        Assert.Equal(AlarmPriority.None, world.Outputs.Sounding);
        Assert.Equal(1, Told(world));
    }

    [Fact]
    public void An_answer_never_covers_a_louder_alarm()
    {
        SyntheticPump world = SyntheticPump.In(PumpState.Infusing);
        world.Distort = readings => readings.ButtonDown = true;
        world.Run(5.1);
        world.Distort = readings => (readings.ButtonDown, readings.RecordsDamaged) = (true, true);

        world.Tick();

        Assert.Equal(AlarmPriority.High, world.Outputs.Sounding);
    }

    [Fact]
    public void One_press_halts_once_so_that_a_button_that_sticks_leaves_the_therapy_to_people()
    {
        SyntheticPump world = SyntheticPump.In(PumpState.Infusing);
        world.Distort = readings => readings.ButtonDown = true;
        world.Run(20);
        Assert.Equal(PumpState.Suspended, world.Status.State);

        world.Pump.Resume();
        world.Run(3_600);
        Assert.Equal(PumpState.Infusing, world.Status.State);

        Hold(world, 0);
        Hold(world, 5.1);
        Assert.Equal(PumpState.Suspended, world.Status.State);
    }

    [Fact]
    public void A_button_that_was_down_from_the_start_was_not_pressed()
    {
        var world = new SyntheticPump { Distort = readings => readings.ButtonDown = true };
        world.Pump.Refill(30_000_000, confirmed: true);
        Assert.True(world.RunUntil(() => world.Status.State == PumpState.Standby, 70));
        world.Pump.StartTherapy(TherapyOrder.Constant(RateNlPerHour, 336, 8_330), confirmed: true);

        world.Run(600);

        Assert.Equal(PumpState.Infusing, world.Status.State);
    }

    [Fact]
    public void Time_in_which_the_loop_stood_still_is_no_pressing()
    {
        SyntheticPump world = SyntheticPump.In(PumpState.Infusing);
        world.Distort = readings => readings.ButtonDown = true;
        world.Run(1);

        world.Tick(1_900);
        world.Tick(1_900);
        world.Tick(1_900);
        world.Run(0.5);

        Assert.Equal(PumpState.Infusing, world.Status.State);
    }

    [Fact]
    [Trait("Requirement", "SR-507")]
    public void Held_during_the_self_test_it_keeps_the_therapy_from_going_on_by_itself()
    {
        MemoryWorld after = MemoryWorld.Infusing().After(60);
        after.World.Distort += readings => readings.ButtonDown = readings.NowMs is > 2_000 and < 7_500;
        after.World.Run(10);
        MemoryWorld again = after.After(5);
        after.PassSelfTest();
        Assert.Equal(PumpState.Suspended, after.Pump.Status.State);

        again.PassSelfTest(); // the power went once more before the test was over
        Assert.Equal(PumpState.Suspended, again.Pump.Status.State);
    }

    // Down for so long, then up.
    private static void Hold(SyntheticPump world, double seconds)
    {
        Action<Readings>? other = world.Distort;
        world.Distort = readings =>
        {
            other?.Invoke(readings);
            readings.ButtonDown = true;
        };
        world.Run(seconds);
        world.Distort = readings =>
        {
            other?.Invoke(readings);
            readings.ButtonDown = false;
        };
        world.Run(0.3);
    }

    private static int Told(SyntheticPump world)
    {
        int count = 0;

        while (world.Pump.Events.TryPeek(out EventId id, out int first, out _))
        {
            count += id == EventId.HaltedAtPanel && first == (int)PumpState.Infusing ? 1 : 0;
            world.Pump.Events.Drop();
        }

        return count;
    }
}
