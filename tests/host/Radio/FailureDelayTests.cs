using System;
using System.Linq;
using Haip.Core.Log;
using Haip.Core.Protocol;
using Haip.HostTests.Safety;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>What it costs not to know the secret.</summary>
[Trait("Category", "Radio")]
public class FailureDelayTests
{
    [Fact]
    [Trait("Requirement", "SR-806")]
    public void Failures_cost_time_that_doubles_to_a_minute_and_is_forgotten_at_success()
    {
        RadioWorld world = RadioWorld.Ready();
        var stranger = new TestProgrammer(world, new byte[32]);

        foreach (int seconds in new[] { 1, 2, 4, 8, 16, 32, 60, 60, 60 })
        {
            stranger.Hello();
            byte[] refused = stranger.Prove();
            Assert.Equal(((byte)Refusal.BadProof, seconds), (refused[1], refused[2] | (refused[3] << 8)));

            Assert.Equal((byte)Refusal.TooSoon, world.Client.Hello()[1]);
            world.Run(seconds);
        }

        world.Client.Open();
        world.Client.Ask(Opcode.EndSession);
        world.Tick(3);
        stranger.Hello();
        Assert.Equal(1, stranger.Prove()[2]);
    }

    [Fact]
    [Trait("Requirement", "SR-806")]
    public void A_reset_does_not_shorten_the_wait_and_a_clinician_never_waits_longer_than_a_minute()
    {
        RadioWorld before = RadioWorld.Ready();
        var stranger = new TestProgrammer(before, new byte[32]);

        for (int i = 0; i < 8; i++)
        {
            stranger.Hello();
            stranger.Prove();
            before.Run(60);
        }

        var after = new RadioWorld(new FlakyMemory(before.Memory.Fram.Bytes), installed: false);
        after.Pair();
        Assert.Equal((byte)Refusal.TooSoon, after.Client.Hello()[1]);
        after.Run(60);
        after.Client.Open();
    }

    [Fact]
    [Trait("Requirement", "SR-806")]
    public void A_damaged_count_of_failures_counts_as_many()
    {
        var memory = new FlakyMemory();
        Array.Fill(memory.Bytes, (byte)0x5E, MemoryMap.FailuresAddress, 18);
        var world = new RadioWorld(memory);
        Assert.Equal(0, world.Pump.Status.NowMs);
        world.Pair();

        // A new secret is given by somebody who stands beside the pump.
        Assert.NotEqual((byte)Refusal.TooSoon, world.Client.Hello()[1]);
        var again = new RadioWorld(new FlakyMemory(Spoilt(world)), installed: false);
        again.Pair();
        Assert.Equal((byte)Refusal.TooSoon, again.Client.Hello()[1]);
    }

    [Fact]
    [Trait("Requirement", "SR-806")]
    public void Failures_are_logged_ever_more_rarely()
    {
        RadioWorld world = RadioWorld.Ready();
        var stranger = new TestProgrammer(world, new byte[32]);

        for (int i = 0; i < 20; i++)
        {
            stranger.Hello();
            stranger.Prove();
            world.Run(60);
        }

        Assert.Equal([1, 2, 4, 8, 16], world.Memory.Events.Where(entry => entry.Id == EventId.KeyFailed).Select(entry => entry.First));
    }

    private static byte[] Spoilt(RadioWorld world)
    {
        byte[] bytes = [.. world.Memory.Fram.Bytes];
        Array.Fill(bytes, (byte)0x5E, MemoryMap.FailuresAddress, 18);
        return bytes;
    }
}
