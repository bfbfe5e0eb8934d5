using Haip.Core.Protocol;
using Haip.HostTests.Safety;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>When a session ends.</summary>
[Trait("Category", "Radio")]
public class SessionEndTests
{
    private const byte Refused = 0x66;
    private const byte Ended = 0x69;

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
}
