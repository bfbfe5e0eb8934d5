using System;
using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Protocol;
using Haip.HostTests.Safety;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>Who gets a session, and when it ends.</summary>
[Trait("Category", "Radio")]
public class SessionTests
{
    private const byte Refused = 0x66;
    private const byte Ended = 0x69;

    [Fact]
    [Trait("Requirement", "SR-802")]
    public void Both_sides_prove_the_secret_and_then_speak()
    {
        RadioWorld world = RadioWorld.InSession();

        Answer answer = world.Client.Ask(Opcode.KeepAlive);

        Assert.Equal((AnswerCode.Done, 1u, Opcode.KeepAlive), (answer.Code, answer.Number, answer.Opcode));
        Assert.True(world.Programmer.SessionOpen);
        world.Tick(2);
        Assert.Contains(world.Memory.Events, entry => entry.Id == EventId.SessionOpened && entry.First == RadioWorld.KeyId);
    }

    [Fact]
    [Trait("Requirement", "SR-802")]
    public void Another_secret_opens_nothing()
    {
        RadioWorld world = RadioWorld.Ready();
        var stranger = new TestProgrammer(world, new byte[32]);
        stranger.Hello();

        Assert.Equal([Refused, (byte)Refusal.BadProof], stranger.Prove()[..2]);
        Assert.False(world.Programmer.SessionOpen);
    }

    [Theory]
    [InlineData(0x33, 1, Refusal.BadRole)]
    [InlineData(0x0F, 1, Refusal.BadRole)]
    [InlineData(0x3C, 2, Refusal.BadVersion)]
    [Trait("Requirement", "SR-802")]
    public void A_patient_or_another_version_gets_no_challenge(byte role, byte version, Refusal why)
    {
        RadioWorld world = RadioWorld.Ready();

        Assert.Equal([Refused, (byte)why], world.Client.Hello(role, version)[..2]);
    }

    [Fact]
    [Trait("Requirement", "SR-802")]
    public void A_proof_made_for_another_role_is_none()
    {
        RadioWorld world = RadioWorld.Ready();
        world.Client.Hello();

        Assert.Equal([Refused, (byte)Refusal.BadProof], world.Client.Prove(role: 0x33)[..2]);
    }

    [Fact]
    [Trait("Requirement", "SR-802")]
    public void A_challenge_is_good_for_one_proof()
    {
        RadioWorld world = RadioWorld.Ready();
        world.Client.Hello();
        byte[] proof = world.Client.ProofFrame();
        byte[] wrong = [.. proof];
        wrong[12] ^= 1;

        Assert.Equal(Refused, world.Say(GattCharacteristic.Session, wrong)[0]);
        world.Run(2); // the delay of one failure
        Assert.Equal(Refused, world.Say(GattCharacteristic.Session, proof)[0]);
        Assert.False(world.Programmer.SessionOpen);
    }

    [Fact]
    [Trait("Requirement", "SR-802")]
    public void A_proof_of_an_earlier_session_opens_nothing()
    {
        RadioWorld world = RadioWorld.Ready();
        world.Client.Hello();
        byte[] old = world.Client.ProofFrame();
        world.Client.Prove();
        world.Client.Ask(Opcode.EndSession);
        world.Tick(3);

        Assert.Equal(Refused, world.Say(GattCharacteristic.Session, old)[0]);
        world.Client.Hello();
        Assert.Equal(Refused, world.Say(GattCharacteristic.Session, old)[0]);
        Assert.False(world.Programmer.SessionOpen);
    }

    [Fact]
    [Trait("Requirement", "SR-802")]
    public void A_challenge_grows_old()
    {
        RadioWorld world = RadioWorld.Ready();
        world.Client.Hello();
        world.Run(31);

        Assert.Equal(Refused, world.Client.Prove()[0]);
    }

    [Fact]
    [Trait("Requirement", "SR-815")]
    public void A_pump_without_a_secret_has_no_sessions()
    {
        var world = new RadioWorld(installed: false);
        world.Pair();

        Assert.Equal([Refused, (byte)Refusal.NoSecret], world.Client.Hello()[..2]);
        Assert.Equal(0, world.Read(GattCharacteristic.Identity)[1]);
    }

    [Fact]
    [Trait("Requirement", "SR-820")]
    public void A_link_that_carries_less_than_a_frame_has_no_session_and_is_told_so()
    {
        RadioWorld world = RadioWorld.Ready();
        world.Mailbox.FrameLengthChanged(99);

        Assert.Equal([Refused, (byte)Refusal.LinkTooSmall], world.Client.Hello()[..2]);
        world.Mailbox.FrameLengthChanged(20);
        Assert.Equal([Refused, (byte)Refusal.LinkTooSmall], world.Client.Hello()[..2]);
    }

    [Fact]
    [Trait("Requirement", "SR-803")]
    public void Five_minutes_without_a_command_end_it()
    {
        RadioWorld world = RadioWorld.InSession();
        world.Run(290);
        world.Client.Ask(Opcode.KeepAlive);
        world.Run(290);
        Assert.True(world.Programmer.SessionOpen);
        world.Run(15);

        Assert.False(world.Programmer.SessionOpen);
        Assert.Equal([Ended, (byte)EndReason.Idle], world.Link.Last(GattCharacteristic.Session)![..2]);
        Assert.Equal(Refused, world.Say(GattCharacteristic.Command, world.Client.Frame(Opcode.Suspend))[0]);
    }

    [Fact]
    [Trait("Requirement", "SR-803")]
    public void A_repeated_command_keeps_no_session_alive()
    {
        RadioWorld world = RadioWorld.InSession();
        byte[] frame = world.Client.Frame(Opcode.KeepAlive);
        world.Say(GattCharacteristic.Command, frame);

        for (int i = 0; i < 4; i++)
        {
            world.Run(80);
            world.Mailbox.Write(GattCharacteristic.Command, frame, frame.Length);
        }

        Assert.False(world.Programmer.SessionOpen);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("Requirement", "SR-803")]
    public void The_end_of_the_link_or_of_its_security_ends_it(bool linkStays)
    {
        RadioWorld world = RadioWorld.InSession();

        if (linkStays)
        {
            world.Mailbox.SecurityChanged(false);
        }
        else
        {
            world.Mailbox.Disconnected();
        }

        world.Tick();
        Assert.False(world.Programmer.SessionOpen);
        world.Pair();
        Assert.Equal([Refused, (byte)Refusal.NoSession], world.Say(GattCharacteristic.Command, world.Client.Frame(Opcode.Suspend))[..2]);
    }

    [Fact]
    [Trait("Requirement", "SR-803")]
    public void A_reset_ends_it_and_its_frames_mean_nothing_afterwards()
    {
        RadioWorld before = RadioWorld.InSession();
        byte[] frame = before.Client.Frame(Opcode.StageEnd);

        var after = new RadioWorld(new FlakyMemory(before.Memory.Fram.Bytes), seed: 2, installed: false);
        after.Pair();

        Assert.Equal([Refused, (byte)Refusal.NoSession], after.Say(GattCharacteristic.Command, frame)[..2]);
        after.Client.Open(); // the secret is still there
        Assert.Equal(Refused, after.Say(GattCharacteristic.Command, frame)[0]);
    }

    [Fact]
    [Trait("Requirement", "SR-803")]
    public void Three_bad_tags_end_it()
    {
        RadioWorld world = RadioWorld.InSession();

        for (int i = 0; i < 3; i++)
        {
            byte[] frame = world.Client.FrameOf(world.Client.Session, 1, Opcode.Suspend, []);
            frame[^1] ^= 1;
            byte[] said = world.Say(GattCharacteristic.Command, frame);
            Assert.Equal(i < 2 ? [Refused, (byte)Refusal.BadTag] : [Ended, (byte)EndReason.BadTags], said[..2]);
        }

        Assert.False(world.Programmer.SessionOpen);
        Assert.Equal([Refused, (byte)Refusal.TooSoon], world.Client.Hello()[..2]);
    }

    [Fact]
    [Trait("Requirement", "SR-803")]
    public void A_second_proof_takes_the_place_of_the_first_session()
    {
        RadioWorld world = RadioWorld.InSession();
        byte[] old = world.Client.Frame(Opcode.Suspend);
        world.Client.Hello();
        Assert.True(world.Programmer.SessionOpen); // a hello alone disturbs nobody
        world.Client.Prove();

        Assert.Equal([Refused, (byte)Refusal.NoSession], world.Say(GattCharacteristic.Command, old)[..2]);
        Assert.Equal(AnswerCode.Done, world.Client.Ask(Opcode.KeepAlive).Code);
    }

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

    [Fact]
    [Trait("Requirement", "SR-815")]
    public void A_new_secret_ends_the_session_and_the_old_one_opens_none()
    {
        RadioWorld world = RadioWorld.InSession();
        byte[] other = [.. RadioWorld.Secret.Reverse()];
        Assert.True(world.Programmer.Install(RadioWorld.Card(8, other)));

        Assert.False(world.Programmer.SessionOpen);
        world.Client.Hello();
        Assert.Equal((byte)Refusal.BadProof, world.Client.Prove()[1]);
        world.Run(2);
        new TestProgrammer(world, other).Open();
        Assert.Equal(8, world.Read(GattCharacteristic.Identity)[2]);
    }

    [Fact]
    public void A_session_changes_nothing_by_itself()
    {
        RadioWorld world = RadioWorld.Ready();
        string before = world.Truth();
        world.Client.Open();
        world.Client.Ask(Opcode.KeepAlive);
        world.Client.Ask(Opcode.EndSession);

        Assert.Equal(before, world.Truth());
        Assert.Equal(PumpState.Standby, world.Status.State);
    }

    private static byte[] Spoilt(RadioWorld world)
    {
        byte[] bytes = [.. world.Memory.Fram.Bytes];
        Array.Fill(bytes, (byte)0x5E, MemoryMap.FailuresAddress, 18);
        return bytes;
    }
}
