using System.Linq;
using Haip.Core.Delivery;
using Haip.Core.Log;
using Haip.Core.Protocol;
using Xunit;

namespace Haip.HostTests.Radio;

/// <summary>Who gets a session.</summary>
[Trait("Category", "Radio")]
public class SessionTests
{
    private const byte Refused = 0x66;

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
}
